using HomelabPortal.Cluster.Objects;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster;

/// <summary>Freshness of one kind.</summary>
/// <param name="AsOf">When it was last confirmed; null while it is live (then it is as fresh as the whole state) or was never read.</param>
/// <param name="Fault">Why it cannot be read, in words for a person.</param>
public sealed record SourceStatus(SourcePhase Phase, DateTimeOffset? AsOf = null, string? Fault = null)
{
    public static SourceStatus Syncing { get; } = new(SourcePhase.Syncing);

    public static SourceStatus Live { get; } = new(SourcePhase.Live);

    public static SourceStatus NotInstalled { get; } = new(SourcePhase.NotInstalled);

    /// <summary>What the portal's account lacks; null unless reading is forbidden.</summary>
    public RbacRule? MissingRule { get; init; }

    /// <summary>True when the absence of an object means that there is none.</summary>
    public bool IsKnown => Phase is SourcePhase.Live or SourcePhase.NotInstalled;

    /// <summary>What a card that shows this kind must say of its freshness.</summary>
    public Freshness Freshness(LiveValue<ClusterState> live) => Phase switch
    {
        _ when live.Fault is not null => Ui.State.Freshness.Of(live),
        SourcePhase.Live or SourcePhase.NotInstalled => new Freshness(false, live.AsOf, null),
        SourcePhase.Syncing => new Freshness(Fault is null, null, Fault),
        _ => new Freshness(false, AsOf, Fault),
    };
}
