namespace HomelabPortal.Trace.Probing;

/// <summary>How long each part of a probe may take.</summary>
internal static class ProbeBudget
{
    public static readonly TimeSpan Dns = TimeSpan.FromMilliseconds(250);
    public static readonly TimeSpan Connect = TimeSpan.FromMilliseconds(700);
    public static readonly TimeSpan Handshake = TimeSpan.FromSeconds(1);
    public static readonly TimeSpan Answer = TimeSpan.FromSeconds(1);

    /// <summary>Through the edge all parts follow each other.</summary>
    public static readonly TimeSpan Edge = Dns + Connect + Handshake + Answer;
    public static readonly TimeSpan Whole = TimeSpan.FromSeconds(3);
}
