namespace HomelabPortal.Simulator.Docker;

public enum ContainerStatus
{
    Created,
    Running,
    Restarting,
    Exited,
}
