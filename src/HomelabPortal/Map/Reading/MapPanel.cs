using HomelabPortal.Platform;

namespace HomelabPortal.Map.Reading;

/// <summary>Things that belong together, or one thing that stands alone.</summary>
/// <param name="Head">What the panel is: a namespace, a node, a tunnel. Its state is its own; of a mere group it is the worst of its things.</param>
/// <param name="Things">In the order in which they stand.</param>
public sealed record MapPanel(MapThing Head, ValueList<MapThing> Things)
{
    /// <summary>A second line or a count: "10.0.0.99", "12 hostnames".</summary>
    public string Detail { get; init; } = "";

    /// <summary>Too many of too little interest each to be named: they stand as small squares unless somebody asks for names.</summary>
    public bool IsDense { get; init; }

    /// <summary>Symbol of the interface sprite.</summary>
    public string Icon { get; init; } = Head.Kind.Icon();

    /// <summary>It is a thing itself, and no mere group of some: its state is its own.</summary>
    public bool IsThing => Things.Count == 0 || Head.Kind is MapKind.Node or MapKind.Host;

    public string Id => Head.Id;
}
