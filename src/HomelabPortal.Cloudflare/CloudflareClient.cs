using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Cloudflare;

/// <summary>
/// Client of Cloudflare's API v4 (https://developers.cloudflare.com/api/) for one API token.
/// Calls throw <see cref="CloudflareApiException"/> or, when the caller cancels, <see cref="OperationCanceledException"/>; nothing else.
/// No call is ever repeated: after <see cref="CloudflareErrorKind.Unreachable"/> on a write, look before you write again.
/// All calls share one rate budget, so use one client per token. Safe for concurrent use.
/// </summary>
public sealed partial class CloudflareClient : IDisposable
{
    private readonly CloudflareTransport _transport;
    private readonly Pager _pager;
    private readonly RequestPriority _priority;
    private readonly bool _ownsTransport;

    /// <summary>Creates a client. Throws <see cref="ArgumentException"/>, which never shows the token, when the options cannot be used.</summary>
    public CloudflareClient(CloudflareClientOptions options, TimeProvider time, ILogger? logger = null)
        : this(options, time, logger, null)
    {
    }

    internal CloudflareClient(CloudflareClientOptions options, TimeProvider time, ILogger? logger, HttpMessageHandler? handler)
        : this(new CloudflareTransport(options, time, logger, handler), RequestPriority.Interactive, ownsTransport: true)
    {
    }

    private CloudflareClient(CloudflareTransport transport, RequestPriority priority, bool ownsTransport)
    {
        _transport = transport;
        _pager = new Pager(transport);
        _priority = priority;
        _ownsTransport = ownsTransport;
    }

    /// <summary>What is left of the rate budget.</summary>
    public RateBudgetState Budget => _transport.Budget.State;

    /// <summary>The same client, with another rank in the queue for the rate budget. It need not be disposed. The default is <see cref="RequestPriority.Interactive"/>.</summary>
    public CloudflareClient For(RequestPriority priority) => new(_transport, priority, ownsTransport: false);

    /// <summary>
    /// Whether Cloudflare knows the token and it is active (GET /user/tokens/verify, or /accounts/{id}/tokens/verify for a token owned by an account).
    /// Says nothing of permissions.
    /// </summary>
    /// <param name="accountId">Needed for account-owned tokens; else optional.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<TokenVerification> VerifyTokenAsync(string? accountId, CancellationToken cancellationToken)
    {
        if (!_transport.Token.IsAccountOwned)
        {
            try
            {
                return await VerifyAsync("user/tokens/verify", cancellationToken).ConfigureAwait(false);
            }
            catch (CloudflareApiException e) when (e.Kind == CloudflareErrorKind.Unauthorized && !string.IsNullOrEmpty(accountId))
            {
                // Account-owned tokens made before the prefix existed look like user tokens.
            }
        }
        if (string.IsNullOrEmpty(accountId))
            throw new CloudflareApiException(CloudflareErrorKind.Validation, "A token that begins with cfat_ belongs to an account: give the account ID as well.");
        return await VerifyAsync($"accounts/{Segment(accountId)}/tokens/verify", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Tries one harmless read per permission that the given IDs allow to try.
    /// Only a refusal for want of permission counts as such; anything else is thrown.
    /// </summary>
    public async Task<IReadOnlyList<PermissionProbe>> ProbePermissionsAsync(string? zoneId, string? accountId, CancellationToken cancellationToken)
    {
        List<(string Path, string Permission)> reads = [("zones?per_page=5", CloudflarePermission.ZoneRead)];
        if (!string.IsNullOrEmpty(zoneId))
            reads.Add(($"{Records(zoneId)}?per_page=1", CloudflarePermission.DnsRead));
        if (!string.IsNullOrEmpty(accountId))
        {
            reads.Add(($"{Tunnels(accountId)}?per_page=1", CloudflarePermission.TunnelRead));
            reads.Add(($"{Access(accountId, "apps")}?per_page=1", CloudflarePermission.AccessRead));
            reads.Add(($"{Access(accountId, "identity_providers")}?per_page=1", CloudflarePermission.AccessOrganizationRead));
            reads.Add(($"{Access(accountId, "service_tokens")}?per_page=1", CloudflarePermission.ServiceTokenRead));
        }
        var probes = new List<PermissionProbe>();
        foreach (var (path, permission) in reads)
            probes.Add(await ProbeAsync(path, permission, cancellationToken).ConfigureAwait(false));
        return probes;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_ownsTransport)
            _transport.Dispose();
    }

    private async Task<PermissionProbe> ProbeAsync(string path, string permission, CancellationToken cancellationToken)
    {
        try
        {
            var call = new ApiCall(HttpMethod.Get, path, $"try the permission \"{permission}\"", permission);
            await _transport.SendAsync(call, CloudflareJson.Wire.EnvelopeJsonElement, _priority, cancellationToken).ConfigureAwait(false);
            return new PermissionProbe(permission, IsGranted: true, Refusal: null);
        }
        catch (CloudflareApiException e) when (e.Kind == CloudflareErrorKind.NotEnabled)
        {
            // The call was understood and allowed; there is just nothing behind it yet.
            return new PermissionProbe(permission, IsGranted: true, Refusal: null);
        }
        catch (CloudflareApiException e) when (e.Kind == CloudflareErrorKind.MissingPermission)
        {
            return new PermissionProbe(permission, IsGranted: false, e.Message);
        }
    }

    private Task<TokenVerification> VerifyAsync(string path, CancellationToken cancellationToken) =>
        SendAsync(new ApiCall(HttpMethod.Get, path, "accept the API token", Permission: null), CloudflareJson.Wire.EnvelopeTokenVerification, cancellationToken);

    private async Task<T> SendAsync<T>(ApiCall call, JsonTypeInfo<Envelope<T>> type, CancellationToken cancellationToken)
        where T : class
    {
        var envelope = await _transport.SendAsync(call, type, _priority, cancellationToken).ConfigureAwait(false);
        return envelope.Result ?? throw EnvelopeReader.Incomplete(call, null, "the answer held no result");
    }

    /// <summary>False when there was nothing of that ID to delete.</summary>
    private async Task<bool> DeleteAsync(ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            await _transport.SendAsync(call with { MayOmitResult = true }, CloudflareJson.Wire.EnvelopeJsonElement, _priority, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (CloudflareApiException e) when (IsAbsence(e))
        {
            return false;
        }
    }

    private static string Segment(string id)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        return Uri.EscapeDataString(id);
    }

    private static byte[] Json<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);
}
