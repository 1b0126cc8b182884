namespace HomelabPortal.Simulator.Docker;

/// <summary>An answer that is an error; the message is what the engine says.</summary>
internal sealed class DockerFault(int status, string message) : Exception(message)
{
    public int Status => status;

    /// <summary>The engine answers a version it no longer speaks in plain text, not JSON.</summary>
    public bool IsPlainText { get; init; }
}
