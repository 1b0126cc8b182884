namespace HomelabPortal.Kubernetes;

/// <summary>The first byte of each message of the channel protocol.</summary>
public enum ExecChannel : byte
{
    Input = 0,
    Output = 1,
    Errors = 2,

    /// <summary>The Status the program ended with, as JSON.</summary>
    Status = 3,

    /// <summary>The size of the terminal, as JSON.</summary>
    Resize = 4,

    /// <summary>Ends the channel that its one byte names; from v5 on.</summary>
    Close = 255,
}
