namespace HomelabPortal.Docker;

/// <summary>What a call does, where that changes what a status means.</summary>
internal enum DockerOperation
{
    Other,
    Create,
    Start,
    Rename,

    /// <summary>Asks a registry through the daemon.</summary>
    Registry,
}
