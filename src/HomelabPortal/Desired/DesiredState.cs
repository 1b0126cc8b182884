using System.Collections.Immutable;
using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Desired.Containers;

namespace HomelabPortal.Desired;

/// <summary>Everything the owner wants, at one revision.</summary>
public sealed record DesiredState
{
    public long Revision { get; init; }

    /// <summary>Eight characters that tell this portal's marks from another's.</summary>
    public string Instance { get; init; } = "";

    public ChangePolicy Policy { get; init; } = ChangePolicy.Observe;

    public ImmutableArray<Exposure> Exposures { get; init; } = [];

    public ImmutableArray<DnsEntry> DnsEntries { get; init; } = [];

    public ImmutableArray<TunnelEntry> TunnelEntries { get; init; } = [];

    public ImmutableArray<LoginPolicy> LoginPolicies { get; init; } = [];

    public ImmutableArray<DesiredContainer> Containers { get; init; } = [];

    public ImmutableArray<DesiredCheck> Checks { get; init; } = [];

    /// <summary>Ids of derived checks that are turned off.</summary>
    public ImmutableHashSet<string> ChecksOff { get; init; } = [];

    public ImmutableArray<DesiredChannel> Channels { get; init; } = [];

    /// <summary>The id of the policy that a newly published name gets unless another is chosen; null while none is set.</summary>
    public string? DefaultLoginPolicy { get; init; }

    /// <summary>Somebody pulled the brake: nothing of ours goes through a tunnel until an admin opens them again.</summary>
    public bool AreTunnelsClosed { get; init; }

    /// <summary>When and by whom, where the audit still knows it.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    public string? ClosedBy { get; init; }

    public LoginPolicy? FindLoginPolicy(string? id) => LoginPolicies.FirstOrDefault(policy => policy.Id == id);

    public DesiredContainer? FindContainer(string id) => Containers.FirstOrDefault(container => container.Id == id);

    public DesiredContainer? FindContainer(string host, string name) => Containers.FirstOrDefault(container => container.Host == host && container.Name == name);

    public DesiredCheck? FindCheck(string id) => Checks.FirstOrDefault(check => check.Id == id);

    public DesiredChannel? FindChannel(string id) => Channels.FirstOrDefault(channel => channel.Id == id);

    public Exposure? FindExposure(string id) => Exposures.FirstOrDefault(exposure => exposure.Id == id);

    /// <summary>True while something that is wanted has this id; what else the ledger knows is on its way out.</summary>
    public bool Wants(string ownerId) =>
        FindExposure(ownerId) is not null || FindLoginPolicy(ownerId) is not null || FindContainer(ownerId) is not null
        || DnsEntries.Any(entry => entry.Id == ownerId) || TunnelEntries.Any(entry => entry.Id == ownerId);

    /// <summary>The next moment at which an exposure ends by itself; null when none will.</summary>
    public DateTimeOffset? NextEnd(DateTimeOffset now) => Exposures.Select(exposure => exposure.ExpiresAt).Where(end => end > now).Min();

    /// <summary>The state as it would be after an edit, for previews; nothing is saved.</summary>
    public DesiredState With(DesiredEdit edit) => edit switch
    {
        DesiredEdit.PutExposure put => this with { Exposures = [.. Exposures.Where(exposure => exposure.Id != put.Exposure.Id), put.Exposure] },
        DesiredEdit.RemoveExposure remove => this with { Exposures = [.. Exposures.Where(exposure => exposure.Id != remove.Id)] },
        DesiredEdit.PutDnsEntry put => this with { DnsEntries = [.. DnsEntries.Where(entry => entry.Id != put.Entry.Id), put.Entry] },
        DesiredEdit.RemoveDnsEntry remove => this with { DnsEntries = [.. DnsEntries.Where(entry => entry.Id != remove.Id)] },
        DesiredEdit.PutTunnelEntry put => this with { TunnelEntries = [.. TunnelEntries.Where(entry => entry.Id != put.Entry.Id), put.Entry] },
        DesiredEdit.RemoveTunnelEntry remove => this with { TunnelEntries = [.. TunnelEntries.Where(entry => entry.Id != remove.Id)] },
        DesiredEdit.PutLoginPolicy put => this with { LoginPolicies = [.. LoginPolicies.Where(policy => policy.Id != put.Policy.Id), put.Policy] },
        DesiredEdit.RemoveLoginPolicy remove => this with { LoginPolicies = [.. LoginPolicies.Where(policy => policy.Id != remove.Id)] },
        DesiredEdit.PutContainer put => this with { Containers = [.. Containers.Where(container => container.Id != put.Container.Id), put.Container] },
        DesiredEdit.PutContainers put => this with { Containers = [.. Containers.Where(container => put.Containers.All(wanted => wanted.Id != container.Id)), .. put.Containers] },
        DesiredEdit.RemoveContainer remove => this with { Containers = [.. Containers.Where(container => container.Id != remove.Id)] },
        DesiredEdit.PutCheck put => this with { Checks = [.. Checks.Where(check => check.Id != put.Check.Id), put.Check] },
        DesiredEdit.RemoveCheck remove => this with { Checks = [.. Checks.Where(check => check.Id != remove.Id)] },
        DesiredEdit.SetDerivedCheck set => this with { ChecksOff = set.IsOff ? ChecksOff.Add(set.Id) : ChecksOff.Remove(set.Id) },
        DesiredEdit.PutChannel put => this with { Channels = [.. Channels.Where(channel => channel.Id != put.Channel.Id), put.Channel] },
        DesiredEdit.RemoveChannel remove => this with { Channels = [.. Channels.Where(channel => channel.Id != remove.Id)] },
        DesiredEdit.SetDefaultLoginPolicy set => this with { DefaultLoginPolicy = set.Id },
        DesiredEdit.SetTunnelsClosed set => this with { AreTunnelsClosed = set.AreClosed },
        DesiredEdit.SetPolicy set => this with { Policy = set.Policy },
        _ => this,
    };
}
