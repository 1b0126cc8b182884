namespace HomelabPortal.Docker;

/// <summary>When the daemon starts a container again.</summary>
public sealed record RestartPolicy
{
    /// <summary><c>no</c>, <c>always</c>, <c>unless-stopped</c> or <c>on-failure</c>; empty means no.</summary>
    public string? Name { get; init; }

    /// <summary>Only with <c>on-failure</c>.</summary>
    public int? MaximumRetryCount { get; init; }
}
