namespace HomelabPortal.Cluster.Shell;

internal enum ShellEndKind
{
    /// <summary>The shell ended by itself.</summary>
    Exited,

    /// <summary>None of the shells is in the image.</summary>
    NoShell,

    /// <summary>The cluster refused, or something went wrong.</summary>
    Failed,

    /// <summary>The connection to the container broke off.</summary>
    Lost,

    /// <summary>Whoever opened it closed the tab or the connection.</summary>
    Left,

    /// <summary>Nobody typed for too long.</summary>
    Idle,

    /// <summary>Whoever opened it may not have it any more.</summary>
    Refused,

    /// <summary>The portal stops.</summary>
    Stopping,
}
