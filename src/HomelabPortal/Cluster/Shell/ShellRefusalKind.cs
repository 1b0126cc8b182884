namespace HomelabPortal.Cluster.Shell;

internal enum ShellRefusalKind
{
    SwitchedOff,
    NotConnected,
    NoSuchPod,
    NoSuchContainer,
    NotRunning,
}
