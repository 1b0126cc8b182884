using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Which containers a list shows: labels join by "and", values of any other kind by "or".</summary>
internal sealed class ContainerFilter
{
    private static readonly string[] Known =
    [
        "ancestor", "before", "exited", "expose", "health", "id", "is-task", "isolation", "label", "name", "network", "publish", "since", "status", "volume",
    ];

    private readonly IReadOnlyDictionary<string, IReadOnlyList<string>> _filters;

    private ContainerFilter(IReadOnlyDictionary<string, IReadOnlyList<string>> filters) => _filters = filters;

    public bool AsksForStatus => _filters.ContainsKey("status");

    public static ContainerFilter Parse(string? text) => new(EngineFilters.Parse(text, Known));

    public bool Matches(SimulatedContainer container) => _filters.All(filter => filter.Key switch
    {
        "label" => filter.Value.All(wanted => HasLabel(container.Config["Labels"] as JsonObject ?? [], wanted)),
        "status" => filter.Value.Contains(ContainerDocuments.State(container)),
        "name" => filter.Value.Any(wanted => ("/" + container.Name).Contains(wanted.TrimStart('^').TrimEnd('$'), StringComparison.Ordinal)),
        "id" => filter.Value.Any(wanted => container.Id.StartsWith(wanted, StringComparison.Ordinal)),
        "health" => filter.Value.Contains(container.Health ?? "none"),
        "exited" => filter.Value.Contains(container.ExitCode.ToString()),
        "ancestor" => filter.Value.Any(wanted => container.Image == wanted || container.Image.Split(':')[0] == wanted),
        _ => true,
    });

    private static bool HasLabel(JsonObject labels, string wanted)
    {
        var at = wanted.IndexOf('=');
        return at < 0 ? labels.ContainsKey(wanted) : (string?)labels[wanted[..at]] == wanted[(at + 1)..];
    }
}
