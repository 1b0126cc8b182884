namespace HomelabPortal.Docker;

/// <summary>Where a container's output goes.</summary>
public sealed record LogConfig
{
    /// <summary>Driver, such as <c>json-file</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Options of the driver, such as <c>max-size</c>.</summary>
    public IReadOnlyDictionary<string, string>? Config { get; init; }
}
