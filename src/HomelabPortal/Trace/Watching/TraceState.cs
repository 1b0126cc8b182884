using System.Collections.Immutable;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Trace.Watching;

/// <summary>The traces of all known hostnames at the last look.</summary>
public sealed record TraceState(ImmutableDictionary<string, TracedName> Names)
{
    /// <summary>Every source of the names could be read: a name that is not here is not there.</summary>
    public bool IsWhole { get; init; } = true;

    public static TraceState Unread { get; } = new(ImmutableDictionary<string, TracedName>.Empty);

    /// <summary>What needs somebody first, as a list that keeps its identity, which tables want.</summary>
    public IReadOnlyList<TraceReport> Reports { get; } =
        [.. Names.Values.Select(name => name.Report).OrderByDescending(report => report.Verdict).ThenBy(report => report.Host, NaturalOrder.Instance)];

    /// <summary>For the field in which a hostname is typed.</summary>
    public IReadOnlyList<string> Hosts { get; } = [.. Names.Keys.OrderBy(name => name, NaturalOrder.Instance)];

    public TracedName? Find(string host) => Names.GetValueOrDefault(host);
}
