using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Services;

/// <summary>Lines about services.</summary>
internal static class ServiceSummary
{
    public static string? Of(ClusterState state)
    {
        var rows = state.ServiceRows;
        if (rows.Count == 0)
            return null;
        var (broken, degraded) = (rows.Count(row => row.State == HealthState.Broken), rows.Count(row => row.State == HealthState.Degraded));
        var trouble = string.Join(", ", new[] { broken > 0 ? $"{broken} broken" : "", degraded > 0 ? $"{degraded} degraded" : "" }.Where(part => part.Length > 0));
        return $"{Spoken.Count(rows.Count, "service")}, {(trouble.Length == 0 ? "none in trouble" : trouble)}";
    }

    /// <summary>The first of several, for a cell; its tooltip has all.</summary>
    public static string Short(string list) => list.Split(", ") is { Length: > 1 } parts ? $"{parts[0]} +{parts.Length - 1}" : list;
}
