namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>What a change does. Each may be done twice, and what it left undone is seen by looking.</summary>
internal enum ContainerStep
{
    /// <summary>Begins to fetch the image; the rest waits without holding anything up.</summary>
    Pull,

    /// <summary>Makes it and starts it, if it is to run.</summary>
    Create,

    Start,

    Stop,

    /// <summary>Gives it its name back.</summary>
    Rename,

    /// <summary>Stops the old one, puts it aside under another name, and makes the new one.</summary>
    Recreate,

    /// <summary>Stops the old one and puts it aside; the new one is made when its video memory is free.</summary>
    PutAside,

    /// <summary>Removes a new one that was never proved and makes another in its place; the one that is put aside stays.</summary>
    Replace,

    /// <summary>Removes the one that was put aside.</summary>
    Finish,

    /// <summary>Stops the one that was put aside; a daemon that was restarted may have started it.</summary>
    Quiet,

    /// <summary>Removes the new one and lets the one that was put aside serve again.</summary>
    Restore,

    /// <summary>Stops and removes it for good. Volumes stay.</summary>
    Remove,
}
