using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Servers;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>
/// Free rules as the things that should exist outside.
/// <code>
/// all tunnels closed                     nothing
/// its login policy is gone               a refusal that says so
/// neither policy nor confirmed public    a refusal that says so
/// no policy, to a server without login   a refusal that says so
/// no policy, what is behind it unseen    tunnel rule that waits until it is seen
/// any other                              tunnel rule, and where it is asked for, the name's CNAME to the tunnel
/// </code>
/// </summary>
internal sealed class TunnelEntryCompiler(IOptions<TunnelOptions> tunnels, Live<DockerState> docker) : IDesiredCompiler
{
    public IEnumerable<DesiredResource> Compile(DesiredState desired) => Compile(desired, docker.Current.Value, tunnels.Value.Origin);

    /// <param name="origin">Where the rules of exposures lead.</param>
    public static IEnumerable<DesiredResource> Compile(DesiredState desired, DockerState docker, string? origin = null)
    {
        if (desired.AreTunnelsClosed)
            yield break;
        var pointed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in desired.TunnelEntries)
        {
            var behind = RuleSights.Of(entry, desired, docker, origin);
            if (WhyNotPublic(entry, desired, behind) is { } why)
            {
                yield return new RefusedResource(DesiredTunnelRule.KeyOf(entry), entry.Id, entry.Name.Value, why);
                continue;
            }

            yield return DesiredTunnelRule.ForEntry(entry) with { WhyUnseen = entry.LoginPolicy is null ? behind.Unseen : null };
            // Rules that share a name share its record; the first of them keeps it.
            if (entry.HasRecord && pointed.Add(entry.Name.Value))
                yield return RecordOf(entry);
        }
    }

    private static DesiredDnsRecord RecordOf(TunnelEntry entry) => new(
        DnsView.KeyOf($"{entry.Name}/{entry.Id}"), entry.Id, entry.Name,
        new DnsContent.Typed("CNAME", DnsValue.TunnelTarget(entry.TunnelId), DnsValue.AutomaticTtl, IsProxied: true));

    private static string? WhyNotPublic(TunnelEntry entry, DesiredState desired, ServerSight behind)
    {
        if (entry.LoginPolicy is { } policy)
            return desired.FindLoginPolicy(policy) is null ? $"{entry.Name} is not published: its login policy does not exist any more. Edit the rule and choose another one." : null;
        if (behind.Lack is { } lack)
            return $"{entry.Name} is not published: {lack}, and whoever finds the name could use it. Edit the rule and choose a login policy.";
        return entry.IsPublicWithoutLogin
            ? null
            : $"{entry.Name} is not published: it has no login policy and was not confirmed as public without login. Edit the rule and choose one of them.";
    }
}
