namespace HomelabPortal.Cluster.Shell;

/// <summary>A shell that has started, with its first reading under way.</summary>
internal sealed record ShellStart(IShellSession Session, string Program, Task<ReadOnlyMemory<byte>?> FirstReading);
