using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Shell;

/// <summary>A shell that has started, with its first reading under way.</summary>
internal sealed record ShellStart(ExecSession Session, string Program, Task<ExecPiece?> FirstReading);
