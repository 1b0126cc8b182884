namespace HomelabPortal.Simulator.Kubernetes.Storage;

internal enum ChangeType
{
    Added,
    Modified,
    Deleted,
}
