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

    public LabApp? Find(string id) => All.FirstOrDefault(app => app.Id == id);
}
