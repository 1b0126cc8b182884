namespace HomelabPortal.Kubernetes;

/// <summary>What must hold for a delete to happen; otherwise it fails with <see cref="KubernetesErrorKind.Conflict"/>.</summary>
public sealed record DeletePreconditions
{
    /// <summary>Deletes whatever has the name now.</summary>
    public static DeletePreconditions None { get; } = new();

    /// <summary>The object must still be this one, not another of the same name.</summary>
    public string? Uid { get; init; }

    /// <summary>The object must not have changed since.</summary>
    public string? ResourceVersion { get; init; }
}
