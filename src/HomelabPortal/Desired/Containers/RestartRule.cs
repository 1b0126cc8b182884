namespace HomelabPortal.Desired.Containers;

/// <summary>When Docker starts a container again by itself.</summary>
public enum RestartRule
{
    No,
    OnFailure,
    UnlessStopped,
    Always,
}
