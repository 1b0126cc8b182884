namespace HomelabPortal.Cluster.Shell.Wire;

/// <summary>What the one at the terminal tells the portal besides what they type.</summary>
internal abstract record ShellSignal
{
    private ShellSignal()
    {
    }

    public sealed record Resize(int Columns, int Rows) : ShellSignal;

    /// <summary>So many bytes of output were read.</summary>
    public sealed record Read(int Bytes) : ShellSignal;
}
