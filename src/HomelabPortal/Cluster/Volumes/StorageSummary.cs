using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Volumes.Claims;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes;

/// <summary>All claims in one line.</summary>
internal static class StorageSummary
{
    /// <returns>Null while there are none.</returns>
    public static string? Of(IReadOnlyList<ClaimRow> claims)
    {
        if (claims.Count == 0)
            return null;
        var parts = new List<string>
        {
            Spoken.Count(claims.Count, "claim"),
            Count(claims, HealthState.Broken, "broken"), Count(claims, HealthState.Degraded, "degraded"), Count(claims, HealthState.Progressing, "in progress"), Count(claims, HealthState.Unknown, "unknown"),
            claims.Count(claim => claim.LastOn is not null) is > 0 and var alone ? $"{alone} on one node only" : "",
        };
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }

    private static string Count(IReadOnlyList<ClaimRow> claims, HealthState state, string word) =>
        claims.Count(claim => claim.State == state) is > 0 and var count ? $"{count} {word}" : "";
}
