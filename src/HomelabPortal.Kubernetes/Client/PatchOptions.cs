namespace HomelabPortal.Kubernetes;

/// <summary>How a merge patch is made.</summary>
public sealed record PatchOptions
{
    /// <summary>The owner's name recorded with each field; null lets the server take the client's name.</summary>
    public string? FieldManager { get; init; }

    /// <summary>Such as "status" or "scale"; null for the object itself.</summary>
    public string? Subresource { get; init; }

    /// <summary>Runs every check and stores nothing.</summary>
    public bool DryRun { get; init; }
}
