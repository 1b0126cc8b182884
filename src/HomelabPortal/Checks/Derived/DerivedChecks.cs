using System.Collections.Immutable;
using HomelabPortal.Checks.Running;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Trace.Watching;

namespace HomelabPortal.Checks.Derived;

/// <summary>
/// Pure: the checks that follow from the names of the lab.
/// <code>
/// a record leads the name through the tunnel    edge       through Cloudflare's edge
/// the name ends at the ingress                  lan        straight at the ingress
/// something of the lab stands behind it         workload   what the lab's own state says of it
/// </code>
/// A name that leads nowhere into the lab has none.
/// </summary>
internal static class DerivedChecks
{
    public const string ExposureGroup = "Exposures";
    public const string OtherGroup = "Other names";

    /// <param name="hasHouse">False in a simulated lab, whose addresses are nobody's here.</param>
    public static ImmutableArray<CheckTask> Of(TraceState traces, ImmutableHashSet<string> off, TimeSpan interval, bool hasHouse) =>
    [
        .. from name in traces.Hosts
           where !name.StartsWith("*.", StringComparison.Ordinal)
           let report = traces.Find(name)?.Report
           where report is not null
           from kind in KindsOf(report)
           where hasHouse || kind != CheckKind.Lan
           let id = IdOf(kind, name)
           select new CheckTask(id, name, report.ExposureId is null ? OtherGroup : ExposureGroup, kind, TargetOf(kind, report), null)
           {
               Host = name,
               Severity = kind == CheckKind.Workload ? CheckSeverity.Warning : CheckSeverity.Critical,
               Interval = interval,
               Timeout = TimeSpan.FromSeconds(15),
               IsOff = off.Contains(id),
           },
    ];

    /// <summary>Those from before whose way cannot be seen now: what is not seen is not gone.</summary>
    public static IEnumerable<CheckTask> Unseen(ImmutableArray<CheckTask> before, ImmutableArray<CheckTask> now, TraceState traces, ImmutableHashSet<string> off)
    {
        var seen = now.Select(task => task.Id).ToHashSet(StringComparer.Ordinal);
        return before.Where(task => task.IsDerived && !seen.Contains(task.Id) && traces.Find(task.Host)?.Report.Verdict == TraceVerdict.Unknown)
            .Select(task => task with { IsOff = off.Contains(task.Id) });
    }

    public static string IdOf(CheckKind kind, string host) => $"{kind.ToString().ToLowerInvariant()}:{host}";

    /// <summary>The stations behind the ingress, also those where nothing is found that should be there.</summary>
    public static IEnumerable<TraceHop> BehindOf(TraceReport report) => report.Entries.SelectMany(entry => entry.Hops).Where(hop => hop.Kind >= HopKind.Service);

    /// <summary>Something of the lab is known to stand there; a machine alone may be anybody's.</summary>
    public static bool HasAnything(TraceReport report) => BehindOf(report).Any(hop => hop.Kind != HopKind.Machine && hop.Name.Length > 0);

    private static IEnumerable<CheckKind> KindsOf(TraceReport report)
    {
        var isInside = report.ExposureId is not null || HasAnything(report);
        if (!isInside)
            yield break;
        if (report.Entries.Any(entry => entry is { IsMain: true, Kind: EntryKind.Tunnel }))
            yield return CheckKind.Edge;
        if (report.Entries.Any(entry => entry.Hops.Any(hop => hop is { Kind: HopKind.Lan, Addresses.Count: > 0 })))
            yield return CheckKind.Lan;
        // Behind an exposure something must stand; that nothing does is what the check is for.
        if (BehindOf(report).Any())
            yield return CheckKind.Workload;
    }

    private static string TargetOf(CheckKind kind, TraceReport report) => kind switch
    {
        CheckKind.Workload => $"what is behind {report.Host}",
        CheckKind.Lan when report.Entries.SelectMany(entry => entry.Hops).First(hop => hop.Kind == HopKind.Lan).Addresses is [{ Port: 80 }, ..] => $"http://{report.Host}{report.Path}",
        _ => $"https://{report.Host}{report.Path}",
    };
}
