namespace HomelabPortal.Docker;

/// <summary>Narrows a list of containers; values of one kind are alternatives, kinds must all hold.</summary>
public sealed record ContainerFilter
{
    /// <summary>Running containers only when false.</summary>
    public bool All { get; init; } = true;

    /// <summary>Labels as <c>name</c> or <c>name=value</c>; all must be there.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>States, such as <c>running</c>.</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>Parts of names.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];
}
