namespace HomelabPortal.Kubernetes;

/// <summary>Every expression must hold; a term without any matches no node.</summary>
public sealed record NodeSelectorTerm
{
    public IReadOnlyList<LabelRequirement> MatchExpressions { get; init => field = CompactList.Of(value); } = [];

    public bool Matches(CompactMap<string> labels) => MatchExpressions.Count > 0 && MatchExpressions.All(requirement => requirement.Matches(labels));
}
