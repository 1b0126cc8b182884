using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>
/// Free rules as the things that should exist outside.
/// <code>
/// all tunnels closed                     nothing
/// its login policy is gone               a refusal that says so
/// neither policy nor confirmed public    a refusal that says so
/// any other                              tunnel rule, and where it is asked for, the name's CNAME to the tunnel
/// </code>
/// </summary>
internal sealed class TunnelEntryCompiler : IDesiredCompiler
{
    public IEnumerable<DesiredResource> Compile(DesiredState desired)
    {
        if (desired.AreTunnelsClosed)
            yield break;
        var pointed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in desired.TunnelEntries)
        {
            if (WhyNotPublic(entry, desired) is { } why)
            {
                yield return new RefusedResource(DesiredTunnelRule.KeyOf(entry), entry.Id, entry.Name.Value, why);
                continue;
            }

            yield return DesiredTunnelRule.ForEntry(entry);
            // Rules that share a name share its record; the first of them keeps it.
            if (entry.HasRecord && pointed.Add(entry.Name.Value))
                yield return RecordOf(entry);
        }
    }

    private static DesiredDnsRecord RecordOf(TunnelEntry entry) => new(
        DnsView.KeyOf($"{entry.Name}/{entry.Id}"), entry.Id, entry.Name,
        new DnsContent.Typed("CNAME", DnsValue.TunnelTarget(entry.TunnelId), DnsValue.AutomaticTtl, IsProxied: true));

    private static string? WhyNotPublic(TunnelEntry entry, DesiredState desired)
    {
        if (entry.LoginPolicy is { } policy)
            return desired.FindLoginPolicy(policy) is null ? $"{entry.Name} is not published: its login policy does not exist any more. Edit the rule and choose another one." : null;
        return entry.IsPublicWithoutLogin
            ? null
            : $"{entry.Name} is not published: it has no login policy and was not confirmed as public without login. Edit the rule and choose one of them.";
    }
}
