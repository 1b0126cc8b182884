using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Certificates;

/// <summary>All certificates: those in trouble first, then by when they end.</summary>
internal static class CertificateRows
{
    public static IReadOnlyList<CertificateRow> Of(ClusterState state, DateTimeOffset now) =>
    [
        .. state.Certificates.All.Select(certificate => CertificateRow.Of(certificate, state, now))
            .OrderByDescending(row => row.State)
            .ThenBy(row => row.NotAfter ?? DateTimeOffset.MaxValue)
            .ThenBy(row => row.Namespace, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal),
    ];

    /// <summary>"3 certificates, 1 broken"; null while there are none.</summary>
    public static string? Summary(IReadOnlyList<CertificateRow> rows)
    {
        if (rows.Count == 0)
            return null;
        var parts = new[] { HealthState.Broken, HealthState.Degraded, HealthState.Progressing }
            .Select(state => (state, Count: rows.Count(row => row.State == state)))
            .Where(part => part.Count > 0)
            .Select(part => $"{part.Count} {(part.state == HealthState.Progressing ? "being issued" : part.state.ToString().ToLowerInvariant())}");
        return string.Join(", ", parts.Prepend(Spoken.Count(rows.Count, "certificate")));
    }
}
