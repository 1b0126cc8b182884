namespace HomelabPortal.Cluster.Shell;

/// <summary>Why no shell can be opened here, found before one is tried.</summary>
internal sealed record ShellRefusal(ShellRefusalKind Kind, string Message);
