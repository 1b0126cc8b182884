using System.Collections.Immutable;
using HomelabPortal.Platform;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Checks;

/// <summary>Every check as it stands now, in the order of groups and names.</summary>
public sealed record ChecksState(ValueList<CheckSummary> Checks)
{
    public static ChecksState Empty { get; } = new([]);

    private readonly ImmutableDictionary<string, CheckSummary> _byId = Checks.ToImmutableDictionary(check => check.Id);

    private readonly ILookup<string, CheckSummary> _byHost = Checks.Where(check => check.IsDerived).ToLookup(check => check.Host, StringComparer.OrdinalIgnoreCase);

    /// <summary>As a list that keeps its identity, which tables want: what needs somebody first.</summary>
    public IReadOnlyList<CheckSummary> List { get; } =
        [.. Checks.OrderByDescending(check => check.IsProblem ? (int)check.Phase : 0).ThenBy(check => check.IsDerived).ThenBy(check => check.Group, NaturalOrder.Instance).ThenBy(check => check.Name, NaturalOrder.Instance)];

    public IEnumerable<CheckSummary> Problems => List.Where(check => check.Phase == CheckPhase.Down);

    public CheckSummary? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The derived checks of one name.</summary>
    public IEnumerable<CheckSummary> Of(string host) => _byHost[host];
}
