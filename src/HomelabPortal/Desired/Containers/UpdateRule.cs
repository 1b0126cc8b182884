using System.Text.Json.Serialization;

namespace HomelabPortal.Desired.Containers;

/// <summary>What the portal does about new versions of a container's image.</summary>
public sealed record UpdateRule
{
    public UpdateMode Mode { get; init; }

    /// <summary>When new versions may be taken; only with <see cref="UpdateMode.Window"/>.</summary>
    public UpdateWindow? Window { get; init; }

    [JsonIgnore]
    public bool IsScheduled => Mode == UpdateMode.Window && Window is not null;
}
