namespace HomelabPortal.Simulator.ReferenceLab.House;

internal enum LabWorkloadKind
{
    Deployment,
    StatefulSet,
    DaemonSet,
}
