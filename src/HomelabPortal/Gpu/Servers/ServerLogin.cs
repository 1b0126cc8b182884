namespace HomelabPortal.Gpu.Servers;

/// <summary>Whether a server asks who is there.</summary>
internal enum ServerLogin
{
    /// <summary>Never: whoever reaches it may do anything.</summary>
    None,

    /// <summary>Only where a key was given to it at its start.</summary>
    Key,

    /// <summary>It has accounts of its own.</summary>
    Own,
}
