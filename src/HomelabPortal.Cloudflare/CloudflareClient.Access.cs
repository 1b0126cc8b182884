using System.Text.Json.Serialization.Metadata;

namespace HomelabPortal.Cloudflare;

public sealed partial class CloudflareClient
{
    private const int AccessPerPage = 100;

    /// <summary>All Access applications of an account (GET /accounts/{id}/access/apps).</summary>
    public Task<IReadOnlyList<AccessApplication>> ListAccessApplicationsAsync(string accountId, CancellationToken cancellationToken) =>
        ListAccessAsync(
            accountId, "apps", "list the Access applications", CloudflarePermission.AccessRead,
            application => application.Id, CloudflareJson.Wire.EnvelopeIReadOnlyListAccessApplication, cancellationToken);

    /// <summary>Creates an Access application (POST). Not idempotent: after <see cref="CloudflareErrorKind.Unreachable"/> look for its name first.</summary>
    public Task<AccessApplication> CreateAccessApplicationAsync(string accountId, NewAccessApplication application, CancellationToken cancellationToken) =>
        SendAsync(
            new ApiCall(HttpMethod.Post, Access(accountId, "apps"), $"create the Access application {application.Name}", CloudflarePermission.AccessEdit)
            {
                Body = Json(application, CloudflareJson.Wire.NewAccessApplication),
            },
            CloudflareJson.Wire.EnvelopeAccessApplication, cancellationToken);

    /// <summary>Replaces an Access application (PUT) by this one, members unknown to this library included.</summary>
    public Task<AccessApplication> UpdateAccessApplicationAsync(string accountId, AccessApplication application, CancellationToken cancellationToken) =>
        SendAsync(
            new ApiCall(
                HttpMethod.Put, Access(accountId, "apps", application.Id), $"change the Access application {application.Name ?? application.Id}", CloudflarePermission.AccessEdit)
            {
                Body = AccessBodies.Of(application),
            },
            CloudflareJson.Wire.EnvelopeAccessApplication, cancellationToken);

    /// <summary>Deletes an Access application: its places are open from then on. False when there was none of that ID.</summary>
    public Task<bool> DeleteAccessApplicationAsync(string accountId, string applicationId, CancellationToken cancellationToken) =>
        DeleteAsync(
            new ApiCall(HttpMethod.Delete, Access(accountId, "apps", applicationId), $"delete the Access application {applicationId}", CloudflarePermission.AccessEdit),
            cancellationToken);

    /// <summary>All reusable policies of an account (GET /accounts/{id}/access/policies).</summary>
    public Task<IReadOnlyList<AccessPolicy>> ListAccessPoliciesAsync(string accountId, CancellationToken cancellationToken) =>
        ListAccessAsync(
            accountId, "policies", "list the Access policies", CloudflarePermission.AccessRead,
            policy => policy.Id, CloudflareJson.Wire.EnvelopeIReadOnlyListAccessPolicy, cancellationToken);

    /// <summary>Creates a reusable policy (POST). Not idempotent.</summary>
    public Task<AccessPolicy> CreateAccessPolicyAsync(string accountId, NewAccessPolicy policy, CancellationToken cancellationToken) =>
        SendAsync(
            new ApiCall(HttpMethod.Post, Access(accountId, "policies"), $"create the Access policy {policy.Name}", CloudflarePermission.AccessEdit)
            {
                Body = Json(policy, CloudflareJson.Wire.NewAccessPolicy),
            },
            CloudflareJson.Wire.EnvelopeAccessPolicy, cancellationToken);

    /// <summary>Replaces a reusable policy (PUT) by this one, members unknown to this library included. All applications that use it follow at once.</summary>
    public Task<AccessPolicy> UpdateAccessPolicyAsync(string accountId, AccessPolicy policy, CancellationToken cancellationToken) =>
        SendAsync(
            new ApiCall(HttpMethod.Put, Access(accountId, "policies", policy.Id), $"change the Access policy {policy.Name}", CloudflarePermission.AccessEdit)
            {
                Body = AccessBodies.Of(policy),
            },
            CloudflareJson.Wire.EnvelopeAccessPolicy, cancellationToken);

    /// <summary>Deletes a reusable policy. False when there was none of that ID.</summary>
    public Task<bool> DeleteAccessPolicyAsync(string accountId, string policyId, CancellationToken cancellationToken) =>
        DeleteAsync(
            new ApiCall(HttpMethod.Delete, Access(accountId, "policies", policyId), $"delete the Access policy {policyId}", CloudflarePermission.AccessEdit),
            cancellationToken);

    /// <summary>All tags that Access applications can bear.</summary>
    public Task<IReadOnlyList<AccessTag>> ListAccessTagsAsync(string accountId, CancellationToken cancellationToken) =>
        ListAccessAsync(
            accountId, "tags", "list the Access tags", CloudflarePermission.AccessRead,
            tag => tag.Name, CloudflareJson.Wire.EnvelopeIReadOnlyListAccessTag, cancellationToken);

    /// <summary>Creates a tag; an application can only bear one that exists.</summary>
    public Task<AccessTag> CreateAccessTagAsync(string accountId, string name, CancellationToken cancellationToken) =>
        SendAsync(
            new ApiCall(HttpMethod.Post, Access(accountId, "tags"), $"create the Access tag {name}", CloudflarePermission.AccessEdit)
            {
                Body = Json(new NewTagBody(name), CloudflareJson.Wire.NewTagBody),
            },
            CloudflareJson.Wire.EnvelopeAccessTag, cancellationToken);

    /// <summary>All Access groups of an account.</summary>
    public Task<IReadOnlyList<AccessGroup>> ListAccessGroupsAsync(string accountId, CancellationToken cancellationToken) =>
        ListAccessAsync(
            accountId, "groups", "list the Access groups", CloudflarePermission.AccessOrganizationRead,
            group => group.Id, CloudflareJson.Wire.EnvelopeIReadOnlyListAccessGroup, cancellationToken);

    /// <summary>All ways to sign in.</summary>
    public Task<IReadOnlyList<IdentityProvider>> ListIdentityProvidersAsync(string accountId, CancellationToken cancellationToken) =>
        ListAccessAsync(
            accountId, "identity_providers", "list the identity providers", CloudflarePermission.AccessOrganizationRead,
            provider => provider.Id, CloudflareJson.Wire.EnvelopeIReadOnlyListIdentityProvider, cancellationToken);

    /// <summary>All service tokens, without their secrets.</summary>
    public Task<IReadOnlyList<ServiceToken>> ListServiceTokensAsync(string accountId, CancellationToken cancellationToken) =>
        ListAccessAsync(
            accountId, "service_tokens", "list the service tokens", CloudflarePermission.ServiceTokenRead,
            token => token.Id, CloudflareJson.Wire.EnvelopeIReadOnlyListServiceToken, cancellationToken);

    /// <summary>The Zero Trust organisation (GET …/access/organizations); null when the account has not set one up.</summary>
    public async Task<AccessOrganization?> GetAccessOrganizationAsync(string accountId, CancellationToken cancellationToken)
    {
        var call = new ApiCall(HttpMethod.Get, Access(accountId, "organizations"), "show the Zero Trust organisation", CloudflarePermission.AccessOrganizationRead);
        try
        {
            return await SendAsync(call, CloudflareJson.Wire.EnvelopeAccessOrganization, cancellationToken).ConfigureAwait(false);
        }
        catch (CloudflareApiException e) when (e.Kind == CloudflareErrorKind.NotEnabled || IsAbsence(e))
        {
            return null;
        }
    }

    private Task<IReadOnlyList<T>> ListAccessAsync<T>(
        string accountId, string what, string words, string permission, Func<T, string> id,
        JsonTypeInfo<Envelope<IReadOnlyList<T>>> type, CancellationToken cancellationToken)
        where T : class
    {
        var path = Access(accountId, what);
        return _pager.ReadAllAsync(
            page => new ApiCall(HttpMethod.Get, $"{path}?page={page}&per_page={AccessPerPage}", words, permission) { MayOmitTotal = true },
            id, type, _priority, cancellationToken);
    }

    private static string Access(string accountId, string what) => $"accounts/{Segment(accountId)}/access/{what}";

    private static string Access(string accountId, string what, string id) => $"{Access(accountId, what)}/{Segment(id)}";
}
