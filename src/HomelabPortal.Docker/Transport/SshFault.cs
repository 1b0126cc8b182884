namespace HomelabPortal.Docker;

/// <summary>The ssh program ended or could not be started.</summary>
/// <param name="said">What it printed as an error; empty when nothing.</param>
internal sealed class SshFault(string said, Exception? innerException = null) : IOException("ssh ended.", innerException)
{
    public string Said => said;
}
