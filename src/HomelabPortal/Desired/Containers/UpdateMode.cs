namespace HomelabPortal.Desired.Containers;

/// <summary>What the portal does about new versions of an image.</summary>
public enum UpdateMode
{
    /// <summary>Says that there is one.</summary>
    Notice,

    /// <summary>Never asks the registry.</summary>
    Off,

    /// <summary>Takes it by itself while the window is open.</summary>
    Window,
}
