using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Servers;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tunnels.Planning;

/// <summary>
/// Free rules as the things that should exist outside.
/// <code>
/// all tunnels closed                     nothing
/// its login policy is gone               a refusal that says so
/// neither policy nor confirmed public    a refusal that says so
/// no policy, to a server without login   a refusal that says so
/// any other                              tunnel rule, and where it is asked for, the name's CNAME to the tunnel
/// </code>
/// </summary>
internal sealed class TunnelEntryCompiler(Live<DockerState> docker) : IDesiredCompiler
{
    public IEnumerable<DesiredResource> Compile(DesiredState desired) => Compile(desired, docker.Current.Value);

    public static IEnumerable<DesiredResource> Compile(DesiredState desired, DockerState docker)
    {
        if (desired.AreTunnelsClosed)
            yield break;
        var pointed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in desired.TunnelEntries)
        {
            if (WhyNotPublic(entry, desired, docker) is { } why)
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

    private static string? WhyNotPublic(TunnelEntry entry, DesiredState desired, DockerState docker)
    {
        if (entry.LoginPolicy is { } policy)
            return desired.FindLoginPolicy(policy) is null ? $"{entry.Name} is not published: its login policy does not exist any more. Edit the rule and choose another one." : null;
        if (WithoutLogin(entry.Service, desired, docker) is { } title)
            return $"{entry.Name} is not published: {title} has no login of its own, and whoever finds the name could use it. Edit the rule and choose a login policy.";
        return entry.IsPublicWithoutLogin
            ? null
            : $"{entry.Name} is not published: it has no login policy and was not confirmed as public without login. Edit the rule and choose one of them.";
    }

    private static string? WithoutLogin(string service, DesiredState desired, DockerState docker) =>
        Uri.TryCreate(service, UriKind.Absolute, out var uri) && uri is { HostNameType: not UriHostNameType.Unknown, Port: > 0 }
            ? ServersWithoutLogin.At(uri.Host.Trim('[', ']'), uri.Port, desired, docker)
            : null;
}
