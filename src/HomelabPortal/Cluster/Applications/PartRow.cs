using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Applications;

/// <summary>One object of an application.</summary>
public sealed record PartRow(string Group, string Kind, string Namespace, string Name, HealthState State, string Word, string Sentence)
{
    public string Key => $"{Group}/{Kind}/{Namespace}/{Name}";

    public string? Href => ObjectTypes.Of(Kind)?.Group == Group ? ObjectHref.Of(Kind, Namespace, Name) : null;

    internal static IReadOnlyList<PartRow> Of(IReadOnlyList<ArgoResource> parts) =>
        [.. parts.Select(Of).OrderByDescending(row => row.State is HealthState.Off or HealthState.Healthy ? HealthState.Off : row.State).ThenBy(row => row.Kind, StringComparer.Ordinal).ThenBy(row => row.Name, StringComparer.Ordinal)];

    private static PartRow Of(ArgoResource part)
    {
        var (state, word) = (part.Health?.Status ?? "", part.Status) switch
        {
            ("Missing", _) => (HealthState.Broken, "Missing"),
            ("Degraded", _) => (HealthState.Degraded, "Degraded"),
            ("Progressing", _) => (HealthState.Progressing, "Progressing"),
            (_, "OutOfSync") when part.RequiresPruning => (HealthState.Degraded, "To be pruned"),
            (_, "OutOfSync") => (HealthState.Degraded, "Out of sync"),
            ("Suspended", _) => (HealthState.Off, "Suspended"),
            ("Unknown", _) or (_, "Unknown") => (HealthState.Unknown, "Unknown"),
            (_, "") => (HealthState.Off, "Not compared"),
            _ => (HealthState.Healthy, "Synced"),
        };
        return new PartRow(part.Group, part.Kind, part.Namespace, part.Name, state, word, part.Health?.Message ?? "");
    }
}
