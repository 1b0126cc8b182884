using System.Collections.Immutable;

namespace HomelabPortal.Tunnels;

/// <summary>What the last complete look at the account's tunnels saw; plans are made from the same look.</summary>
/// <param name="ChosenId">The tunnel that exposures go through; null while <paramref name="Problem"/> says why there is none.</param>
public sealed record TunnelState(string? AccountId, ImmutableArray<LiveTunnel> Tunnels, string? ChosenId, string? Problem)
{
    public static TunnelState Empty { get; } = new(null, [], null, null);

    public LiveTunnel? Chosen => Find(ChosenId);

    /// <summary>Rules of ours that somebody else keeps undoing.</summary>
    public ImmutableArray<ContendedRule> Contended { get; init; } = [];

    public LiveTunnel? Find(string? id) => Tunnels.FirstOrDefault(tunnel => tunnel.Id == id);
}
