namespace HomelabPortal.Kubernetes;

/// <summary>The name of a variable; never its value.</summary>
public sealed record EnvironmentVariable
{
    public string Name { get; init => field = value ?? ""; } = "";

    /// <summary>Null for a value written in the manifest.</summary>
    public EnvironmentReference? ValueFrom { get; init; }
}
