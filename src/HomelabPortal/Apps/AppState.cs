using System.Collections.Immutable;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Platform;

namespace HomelabPortal.Apps;

/// <summary>Every app of the lab as last discovered.</summary>
/// <param name="Groups">In the order in which they are shown.</param>
/// <param name="Gaps">Sources that cannot be read now; what was found on them before is still there, its state unknown.</param>
public sealed record AppState(ImmutableArray<AppGroup> Groups, ImmutableArray<HiddenApp> Hidden, ValueList<SourceGap> Gaps)
{
    public static AppState Unread { get; } = new([], [], []);

    public IEnumerable<LabApp> All => Groups.SelectMany(group => group.Apps);

    /// <summary>As a list that keeps its identity, which tables want.</summary>
    public IReadOnlyList<HiddenApp> HiddenRows { get; } = Hidden;

    public bool Equals(AppState? other) =>
        other is not null && Gaps.Equals(other.Gaps) && Hidden.SequenceEqual(other.Hidden) && All.SequenceEqual(other.All) && Groups.Select(group => (group.Name, group.Apps.Length)).SequenceEqual(other.Groups.Select(group => (group.Name, group.Apps.Length)));

    public override int GetHashCode() => HashCode.Combine(Groups.Length, Hidden.Length, Gaps.Count);

    public LabApp? Find(string id) => All.FirstOrDefault(app => app.Id == id);
}
