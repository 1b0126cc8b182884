namespace HomelabPortal.Kubernetes;

/// <summary>Nodes by their labels: one of the terms must hold.</summary>
public sealed record NodeSelector
{
    public IReadOnlyList<NodeSelectorTerm> NodeSelectorTerms { get; init => field = CompactList.Of(value); } = [];

    public bool Matches(CompactMap<string> labels) => NodeSelectorTerms.Any(term => term.Matches(labels));
}
