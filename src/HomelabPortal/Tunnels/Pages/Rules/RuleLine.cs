using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels.Acts;

namespace HomelabPortal.Tunnels.Pages.Rules;

/// <summary>A rule in the order of the document, with whose it is and what a person should know of it.</summary>
public sealed record RuleLine(int Number, TunnelRule Rule, TunnelEntry? Entry, Exposure? Exposure, OwnerStatus? Status, ImmutableArray<string> Warnings)
{
    /// <summary>The portal has more rules of this name in the tunnel; order matters only among those.</summary>
    public bool HasSiblings { get; init; }

    public string Key => $"{Number} {Rule.Slot}";

    public string Owner => Entry is not null ? "Portal" : Exposure is not null ? "Exposure" : Rule.IsCatchAll ? "Last rule" : "Somebody else";

    public string? Href(string tunnelId) => Entry is not null ? $"/tunnels/{tunnelId}/rules/{Entry.Id}" : Exposure is not null ? $"/exposures/{Exposure.Id}" : null;

    public static ImmutableArray<RuleLine> Of(LiveTunnel tunnel, TunnelState tunnels, DesiredState desired, ReconcileStatus status, DnsState dns)
    {
        var rules = TunnelDocument.Rules(tunnel.Document);
        var names = TunnelDeletion.NamesOf(tunnel.Id, dns).ToHashSet(StringComparer.Ordinal);
        var lines = ImmutableArray.CreateBuilder<RuleLine>();
        foreach (var (rule, at) in rules.Select((rule, at) => (rule, at)))
        {
            var entry = desired.TunnelEntries.FirstOrDefault(candidate => candidate.TunnelId == tunnel.Id && new RuleSlot(candidate.Name.Value, candidate.Path ?? "") == rule.Slot && IsKept(candidate.Id, status));
            var exposure = tunnels.ChosenId == tunnel.Id && rule.Path.Length == 0
                ? desired.Exposures.FirstOrDefault(candidate => candidate.Visibility == Visibility.Tunnel && candidate.Hostname.Value == rule.Hostname && IsKept(candidate.Id, status))
                : null;
            var owner = entry?.Id ?? exposure?.Id;
            lines.Add(new RuleLine(at + 1, rule, entry, exposure, owner is null ? null : status.Of(owner), [.. WarningsOf(rule, rules.Take(at), tunnel, dns, names)])
            {
                HasSiblings = entry is not null && desired.TunnelEntries.Any(other => other.Id != entry.Id && other.TunnelId == tunnel.Id && other.Name == entry.Name),
            });
        }

        return lines.ToImmutable();
    }

    /// <summary>Refused for want of ownership means that what stands there is somebody else's.</summary>
    private static bool IsKept(string ownerId, ReconcileStatus status) =>
        status.Of(ownerId)?.Steps.Any(step => step.Key.Target == Planning.TunnelView.Target && step.Phase == OwnerPhase.Refused) != true;

    private static IEnumerable<string> WarningsOf(TunnelRule rule, IEnumerable<TunnelRule> above, LiveTunnel tunnel, DnsState dns, HashSet<string> names)
    {
        if (rule.IsCatchAll)
            yield break;
        foreach (var shadow in above.Where(other => other.Slot.Shadows(rule.Slot)).Take(1))
            yield return $"Never reached: {shadow.Slot} stands above it.";
        if (rule.IsLocal && tunnel.Connectors.Length > 1)
            yield return $"Any of the {tunnel.Connectors.Length} connectors may get the request, and {new Uri(rule.Service).Host} is another machine for each.";
        var zone = dns.Zones.Where(candidate => rule.Hostname.EndsWith("." + candidate.Name, StringComparison.Ordinal)).MaxBy(candidate => candidate.Name.Length);
        if (zone is not null && rule.Hostname[..^(zone.Name.Length + 1)].Contains('.'))
            yield return $"More than one part below {zone.Name}: the free certificate does not cover it.";
        if (zone is not null && !names.Contains(rule.Hostname) && !names.Any(name => new RuleSlot(name, "").IsWildcard && new RuleSlot(name, "").CoversName(rule.Slot)))
            yield return "No DNS record leads here, so nobody reaches it.";
    }
}
