using HomelabPortal.Platform;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Trace.Hops;

/// <summary>Short ways to write what every station says.</summary>
internal static class Hop
{
    public static TraceFinding Broken(string code, string what, string remedy, string command) => new(code, TraceVerdict.Broken, what, remedy, command);

    public static TraceFinding Degraded(string code, string what, string remedy, string command) => new(code, TraceVerdict.Degraded, what, remedy, command);

    public static TraceFinding Unknown(string code, string what, string remedy, string command) => new(code, TraceVerdict.Unknown, what, remedy, command);

    /// <summary>Worst first; what is null was not found.</summary>
    public static ValueList<TraceFinding> Found(params IEnumerable<TraceFinding?> findings) =>
        [.. findings.OfType<TraceFinding>().OrderByDescending(finding => finding.Verdict)];
}
