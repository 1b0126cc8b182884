using System.Collections.Immutable;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Watching;

/// <summary>Every hostname of the lab, as DNS, tunnels and ingress stood at the last look.</summary>
/// <param name="Gaps">Sources that cannot be read now; what rests on them is unknown.</param>
public sealed record HostnameState(ImmutableArray<HostnameRow> Rows, ValueList<SourceGap> Gaps)
{
    public static HostnameState Unread { get; } = new([], []);

    /// <summary>As a list that keeps its identity, which tables want.</summary>
    public IReadOnlyList<HostnameRow> List { get; } = Rows;

    public HostnameRow? Find(string name) => Rows.FirstOrDefault(row => row.Name == name);
}
