using System.Globalization;
using HomelabPortal.Simulator.Cloudflare.Access;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>Serves a <see cref="CloudflareState"/> under <c>/client/v4</c>.</summary>
internal static class CloudflareEndpoints
{
    private const string Base = "/client/v4";
    private const string Json = "application/json";

    public static void MapCloudflare(this IEndpointRouteBuilder routes, CloudflareState state)
    {
        var api = routes.MapGroup(Base);
        Map("GET", "/user/tokens/verify", null, AccountCalls.VerifyUserToken);
        Map("GET", "/accounts/{account}/tokens/verify", null, AccountCalls.VerifyAccountToken);
        Map("GET", "/accounts", CloudflareScopes.None, AccountCalls.List);
        Map("GET", "/zones", CloudflareScopes.ZoneRead, ZoneCalls.List);
        Map("GET", "/zones/{zone}", CloudflareScopes.ZoneRead, ZoneCalls.Get);
        Map("GET", "/zones/{zone}/dns_records", CloudflareScopes.DnsRead, RecordCalls.List);
        Map("POST", "/zones/{zone}/dns_records", CloudflareScopes.DnsEdit, RecordCalls.Create);
        Map("POST", "/zones/{zone}/dns_records/batch", CloudflareScopes.DnsEdit, RecordCalls.Batch);
        Map("GET", "/zones/{zone}/dns_records/export", CloudflareScopes.DnsRead, RecordCalls.Export);
        Map("GET", "/zones/{zone}/dns_records/{record}", CloudflareScopes.DnsRead, RecordCalls.Get);
        Map("PUT", "/zones/{zone}/dns_records/{record}", CloudflareScopes.DnsEdit, RecordCalls.Replace);
        Map("PATCH", "/zones/{zone}/dns_records/{record}", CloudflareScopes.DnsEdit, RecordCalls.Patch);
        Map("DELETE", "/zones/{zone}/dns_records/{record}", CloudflareScopes.DnsEdit, RecordCalls.Delete);
        Map("GET", "/accounts/{account}/cfd_tunnel", CloudflareScopes.TunnelRead, TunnelCalls.List);
        Map("GET", "/accounts/{account}/cfd_tunnel/{tunnel}", CloudflareScopes.TunnelRead, TunnelCalls.Get);
        Map("GET", "/accounts/{account}/cfd_tunnel/{tunnel}/connections", CloudflareScopes.TunnelRead, TunnelCalls.Connections);
        Map("GET", "/accounts/{account}/cfd_tunnel/{tunnel}/configurations", CloudflareScopes.TunnelRead, TunnelCalls.GetConfiguration);
        Map("PUT", "/accounts/{account}/cfd_tunnel/{tunnel}/configurations", CloudflareScopes.TunnelEdit, TunnelCalls.PutConfiguration);
        Map("POST", "/accounts/{account}/cfd_tunnel", CloudflareScopes.TunnelEdit, TunnelLifeCalls.Create);
        Map("DELETE", "/accounts/{account}/cfd_tunnel/{tunnel}", CloudflareScopes.TunnelEdit, TunnelLifeCalls.Delete);
        Map("GET", "/accounts/{account}/cfd_tunnel/{tunnel}/token", CloudflareScopes.TunnelEdit, TunnelLifeCalls.ShowToken);
        Map("DELETE", "/accounts/{account}/cfd_tunnel/{tunnel}/connections", CloudflareScopes.TunnelEdit, TunnelLifeCalls.CleanUp);
        MapAccess("apps", AccessCalls.Applications, AccessCalls.CreateApplication, AccessCalls.Application, AccessCalls.ReplaceApplication, AccessCalls.DeleteApplication);
        MapAccess("policies", AccessCalls.Policies, AccessCalls.CreatePolicy, AccessCalls.Policy, AccessCalls.ReplacePolicy, AccessCalls.DeletePolicy);
        Map("GET", "/accounts/{account}/access/tags", CloudflareScopes.AccessRead, AccessCalls.Tags);
        Map("POST", "/accounts/{account}/access/tags", CloudflareScopes.AccessEdit, AccessCalls.CreateTag);
        Map("GET", "/accounts/{account}/access/organizations", CloudflareScopes.AccessOrganizationRead, AccessCalls.Organization);
        Map("GET", "/accounts/{account}/access/identity_providers", CloudflareScopes.AccessOrganizationRead, AccessCalls.IdentityProviders);
        Map("GET", "/accounts/{account}/access/groups", CloudflareScopes.AccessOrganizationRead, AccessCalls.Groups);
        Map("GET", "/accounts/{account}/access/service_tokens", CloudflareScopes.ServiceTokenRead, AccessCalls.ServiceTokens);
        api.Map("/{**rest}", Respond(state, CloudflareScopes.None, call => throw CloudflareErrors.NoRoute(call.Path)));

        void MapAccess(
            string what, Func<Call, Answer> list, Func<Call, Answer> create, Func<Call, Answer> get, Func<Call, Answer> replace, Func<Call, Answer> delete)
        {
            var path = $"/accounts/{{account}}/access/{what}";
            Map("GET", path, CloudflareScopes.AccessRead, list);
            Map("POST", path, CloudflareScopes.AccessEdit, create);
            Map("GET", path + "/{item}", CloudflareScopes.AccessRead, get);
            Map("PUT", path + "/{item}", CloudflareScopes.AccessEdit, replace);
            Map("DELETE", path + "/{item}", CloudflareScopes.AccessEdit, delete);
        }

        void Map(string method, string path, CloudflareScopes? needed, Func<Call, Answer> answer)
            => api.MapMethods(path, [method], Respond(state, needed, answer));
    }

    private static RequestDelegate Respond(CloudflareState state, CloudflareScopes? needed, Func<Call, Answer> answer) => async context =>
    {
        var (text, type) = ("", Json);
        try
        {
            var call = await Call.ReadAsync(state, context);
            lock (state.Gate)
            {
                Spend(state, context.Response);
                var token = Authorizer.Identify(state, context.Request.Headers.Authorization, isVerify: needed is null);
                if (needed is { } scopes) Authorizer.Require(token, scopes, state.Now);
                var result = answer(call with { Token = token });
                context.Response.StatusCode = result.Status;
                (text, type) = result.PlainText is { } plain ? (plain, "text/plain") : (Envelope.Success(result).ToJsonString(), Json);
            }
        }
        catch (CloudflareFault fault)
        {
            context.Response.StatusCode = fault.Status;
            if (fault.RetryAfter is { } wait)
                context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            text = Envelope.Failure(fault).ToJsonString();
        }
        context.Response.ContentType = type;
        await context.Response.WriteAsync(text, context.RequestAborted);
    };

    private static void Spend(CloudflareState state, HttpResponse response)
    {
        var wait = state.Rate.Take();
        response.Headers["x-ratelimit-limit"] = state.Rate.Limit.ToString(CultureInfo.InvariantCulture);
        response.Headers["x-ratelimit-remaining"] = state.Rate.Remaining.ToString(CultureInfo.InvariantCulture);
        response.Headers["x-ratelimit-reset"] = state.Rate.ResetsAt.ToString("R", CultureInfo.InvariantCulture);
        if (wait is { } delay) throw CloudflareErrors.RateLimited(delay);
    }
}
