namespace HomelabPortal.Kubernetes;

/// <summary>What to run in a container, and how it is attached.</summary>
public sealed record ExecOptions
{
    /// <summary>The program and its arguments, each as it is; no shell takes them apart.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>Null is right only for pods with one container.</summary>
    public string? Container { get; init; }

    public bool HasInput { get; init; } = true;

    /// <summary>With a terminal the program's errors come mixed into its output, as on any terminal.</summary>
    public bool HasTerminal { get; init; } = true;
}
