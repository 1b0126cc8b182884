namespace HomelabPortal.Kubernetes;

/// <summary>How a server-side apply is made.</summary>
public sealed record ApplyOptions
{
    /// <summary>The owner's name recorded with each field, 1 to 128 printable characters. Changing it later orphans what was applied under the old one.</summary>
    public required string FieldManager { get; init; }

    /// <summary>Takes fields over from other managers instead of failing with a conflict.</summary>
    public bool Force { get; init; }

    /// <summary>Runs every check and stores nothing.</summary>
    public bool DryRun { get; init; }
}
