using System.Globalization;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>Serves a <see cref="CloudflareState"/> under <c>/client/v4</c>.</summary>
internal static class CloudflareEndpoints
{
    private const string Base = "/client/v4";

    public static void MapCloudflare(this IEndpointRouteBuilder routes, CloudflareState state)
    {
        var api = routes.MapGroup(Base);
        Map("GET", "/user/tokens/verify", null, call => Verified(call.Token));
        Map("GET", "/zones", CloudflareScopes.ZoneRead, ZoneCalls.List);
        Map("GET", "/zones/{zone}", CloudflareScopes.ZoneRead, ZoneCalls.Get);
        Map("GET", "/zones/{zone}/dns_records", CloudflareScopes.DnsRead, RecordCalls.List);
        Map("POST", "/zones/{zone}/dns_records", CloudflareScopes.DnsEdit, RecordCalls.Create);
        Map("POST", "/zones/{zone}/dns_records/batch", CloudflareScopes.DnsEdit, RecordCalls.Batch);
        Map("GET", "/zones/{zone}/dns_records/{record}", CloudflareScopes.DnsRead, RecordCalls.Get);
        Map("PUT", "/zones/{zone}/dns_records/{record}", CloudflareScopes.DnsEdit, RecordCalls.Replace);
        Map("PATCH", "/zones/{zone}/dns_records/{record}", CloudflareScopes.DnsEdit, RecordCalls.Patch);
        Map("DELETE", "/zones/{zone}/dns_records/{record}", CloudflareScopes.DnsEdit, RecordCalls.Delete);
        Map("GET", "/accounts/{account}/cfd_tunnel", CloudflareScopes.TunnelRead, TunnelCalls.List);
        Map("GET", "/accounts/{account}/cfd_tunnel/{tunnel}", CloudflareScopes.TunnelRead, TunnelCalls.Get);
        Map("GET", "/accounts/{account}/cfd_tunnel/{tunnel}/connections", CloudflareScopes.TunnelRead, TunnelCalls.Connections);
        Map("GET", "/accounts/{account}/cfd_tunnel/{tunnel}/configurations", CloudflareScopes.TunnelRead, TunnelCalls.GetConfiguration);
        Map("PUT", "/accounts/{account}/cfd_tunnel/{tunnel}/configurations", CloudflareScopes.TunnelEdit, TunnelCalls.PutConfiguration);
        api.Map("/{**rest}", Respond(state, CloudflareScopes.None, call => throw CloudflareErrors.NoRoute(call.Path)));

        void Map(string method, string path, CloudflareScopes? needed, Func<Call, Answer> answer)
            => api.MapMethods(path, [method], Respond(state, needed, answer));
    }

    private static Answer Verified(CloudflareToken token) => new(
        new JsonObject { ["id"] = StableId.Hex("token/" + token.Value, 32), ["status"] = token.Status },
        Message: $"This API Token is valid and {token.Status}");

    private static RequestDelegate Respond(CloudflareState state, CloudflareScopes? needed, Func<Call, Answer> answer) => async context =>
    {
        JsonObject body;
        try
        {
            var call = await Call.ReadAsync(state, context);
            lock (state.Gate)
            {
                Spend(state, context.Response);
                var token = Authorizer.Identify(state, context.Request.Headers.Authorization, isVerify: needed is null);
                if (needed is { } scopes) Authorizer.Require(token, scopes);
                body = Envelope.Success(answer(call with { Token = token }));
            }
        }
        catch (CloudflareFault fault)
        {
            context.Response.StatusCode = fault.Status;
            if (fault.RetryAfter is { } wait)
                context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
            body = Envelope.Failure(fault);
        }
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(body.ToJsonString(), context.RequestAborted);
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
