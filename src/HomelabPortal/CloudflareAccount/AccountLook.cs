using HomelabPortal.Cloudflare;
using HomelabPortal.Lab;

namespace HomelabPortal.CloudflareAccount;

/// <summary>Asks Cloudflare about the token and, less often, about what it may do. All by harmless reads.</summary>
internal sealed class AccountLook(CloudflareClient client, string? accountId, TimeProvider time)
{
    /// <summary>Permissions hardly ever change; a refusal asks again at once.</summary>
    public static readonly TimeSpan ProbeAge = TimeSpan.FromHours(1);

    public async Task<AccountReading> VerifyAsync(AccountReading before, CancellationToken cancellationToken)
    {
        try
        {
            var token = await client.VerifyTokenAsync(accountId ?? (before.Accounts is [var first, ..] ? first.Id : null), cancellationToken);
            return before with { Token = TokenWords.Of(token), CheckedAt = time.GetUtcNow() };
        }
        catch (CloudflareApiException fault) when (fault.Kind == CloudflareErrorKind.Unauthorized)
        {
            return before with { Token = new TokenState(TokenStanding.Refused, null, CloudflareErrors.Of(fault).ToString()), CheckedAt = time.GetUtcNow() };
        }
    }

    public async Task<AccountReading> ProbeAsync(AccountReading before, CancellationToken cancellationToken)
    {
        var zones = await ZonesAsync(cancellationToken);
        var accounts = zones.Select(held => held.Account).Where(account => account?.Id is not null)
            .Select(account => new AccountName(account!.Id!, account.Name ?? account.Id!)).DistinctBy(account => account.Id).ToList();
        var account = accountId ?? (accounts is [var first, ..] ? first.Id : null);
        var probes = await client.ProbePermissionsAsync(zones is [var zone, ..] ? zone.Id : null, account, cancellationToken);
        var mayReadTunnels = probes.Any(probe => probe is { Permission: CloudflarePermission.TunnelRead, IsGranted: true });
        return before with
        {
            Accounts = [.. accounts],
            Probed = probes.ToDictionary(probe => probe.Permission, probe => probe.IsGranted),
            ProbedAt = time.GetUtcNow(),
            ServingTunnels = mayReadTunnels && account is not null ? await ServingAsync(account, cancellationToken) : 0,
        };
    }

    private async Task<IReadOnlyList<Zone>> ZonesAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListZonesAsync(cancellationToken);
        }
        catch (CloudflareApiException fault) when (fault.Kind == CloudflareErrorKind.MissingPermission)
        {
            // The probe of the same permission says so.
            return [];
        }
    }

    private async Task<int> ServingAsync(string account, CancellationToken cancellationToken) =>
        (await client.ListTunnelsAsync(account, cancellationToken)).Count(tunnel => tunnel.Status is "healthy" or "degraded");
}
