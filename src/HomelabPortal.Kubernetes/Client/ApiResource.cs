namespace HomelabPortal.Kubernetes;

/// <summary>One kind as discovery lists it.</summary>
public sealed record ApiResource
{
    /// <summary>The plural in the path.</summary>
    public string Name { get; init => field = value ?? ""; } = "";

    public string Kind { get; init => field = value ?? ""; } = "";

    public bool Namespaced { get; init; }

    public IReadOnlyList<string> Verbs { get; init => field = CompactList.Of(value); } = [];
}
