namespace HomelabPortal.Simulator.Docker;

public enum ContainerStatus
{
    Created,
    Running,
    Paused,
    Restarting,
    Exited,
}
