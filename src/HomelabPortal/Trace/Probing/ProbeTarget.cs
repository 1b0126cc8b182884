using System.Net;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Probing;

/// <summary>A place that may be tried, because the lab's own states name it on the way of the hostname.</summary>
internal sealed record ProbeTarget(HopKind Hop, string Vantage, IPAddress Address, int Port, ProbeManner Manner)
{
    /// <summary>What is asked for there, as it is written in a request.</summary>
    public string Path { get; init; } = "/";

    public override string ToString() => new IPEndPoint(Address, Port).ToString();
}
