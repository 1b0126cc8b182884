namespace HomelabPortal.Kubernetes;

/// <summary>The labels that objects must carry. An empty selector matches everything.</summary>
public sealed record LabelSelector
{
    public static LabelSelector Empty { get; } = new();

    public CompactMap<string> MatchLabels { get; init => field = value ?? CompactMap<string>.Empty; } = CompactMap<string>.Empty;

    public IReadOnlyList<LabelRequirement> MatchExpressions { get; init => field = CompactList.Of(value); } = [];

    public bool IsEmpty() => MatchLabels.Count == 0 && MatchExpressions.Count == 0;

    public bool Matches(CompactMap<string> labels) =>
        MatchLabels.All(entry => labels.TryGetValue(entry.Key, out var value) && value == entry.Value)
        && MatchExpressions.All(requirement => requirement.Matches(labels));
}
