namespace HomelabPortal.Kubernetes;

public enum ExecEndKind
{
    /// <summary>The program ran and ended by itself; <see cref="ExecEnd.ExitCode"/> says how.</summary>
    Exited,

    /// <summary>The node could not run it, or not to its end: there is no such program in the image, or the container went away.</summary>
    Failed,

    /// <summary>The connection ended first. Whether the program still runs is not known.</summary>
    Lost,
}
