using System.Net;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Planning;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu;
using HomelabPortal.Ingress;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Exposures;

/// <summary>
/// Says each exposure as the things that should exist outside.
/// <code>
/// ended                                nothing
/// any other                            IngressRoute, and for an address or a container outside the cluster its Service (and EndpointSlice)
/// Lan                                  + DNS to the ingress's address
/// Tunnel, with a login policy          + tunnel rule that asks for the login + DNS to the tunnel
/// Tunnel, confirmed as public          + tunnel rule + DNS to the tunnel
/// Tunnel, neither                      + a refusal that says why
/// Tunnel, to a server without a login  + a refusal that says why, unless a login policy guards all of it
/// Tunnel, while tunnels are closed     the route alone
/// </code>
/// The login itself is compiled where the logins are made; the rule waits for it, and as long as nobody can tell what is behind it.
/// </summary>
internal sealed class ExposureCompiler(IOptions<IngressOptions> ingress, IOptions<TunnelOptions> tunnels, Live<DockerState> docker, TimeProvider time) : IDesiredCompiler
{
    public const string ObjectPrefix = "homelab-portal-";

    public IEnumerable<DesiredResource> Compile(DesiredState desired) =>
        Compile(desired, ingress.Value, tunnels.Value, time.GetUtcNow(), docker.Current.Value);

    /// <param name="docker">The Docker hosts as last seen: a container may be reached elsewhere than when it was exposed. Null is none seen.</param>
    public static IEnumerable<DesiredResource> Compile(DesiredState desired, IngressOptions ingress, TunnelOptions tunnels, DateTimeOffset now, DockerState? docker = null) =>
        desired.Exposures
            .Where(exposure => !exposure.HasEnded(now))
            .SelectMany(exposure => Route(exposure, desired, docker ?? DockerState.Empty, ingress).Concat(Publication(exposure, desired, docker ?? DockerState.Empty, tunnels)));

    /// <summary>The name of every object of an exposure: it outlives changes of the hostname.</summary>
    public static string ObjectName(Exposure exposure) => $"{ObjectPrefix}{exposure.Id.ToLowerInvariant()}";

    private static IEnumerable<DesiredResource> Route(Exposure exposure, DesiredState desired, DockerState docker, IngressOptions options) => exposure.Backend switch
    {
        KubernetesBackend backend => [InsideRoute(exposure, backend, options)],
        AddressBackend backend => OutsideRoute(exposure, backend, options),
        ContainerBackend backend => OutsideRoute(exposure, BackendAddress.Of(backend, desired, docker), options),
        _ => throw new InvalidOperationException($"The backend {exposure.Backend.GetType().Name} cannot be routed to."),
    };

    /// <summary>The route stands beside its Service, so that no reference crosses a namespace.</summary>
    private static DesiredIngressRoute InsideRoute(Exposure exposure, KubernetesBackend backend, IngressOptions options)
    {
        var name = ObjectName(exposure);
        var manifest = Manifests.Route(exposure, backend.Namespace, name, backend.Service, backend.Port, null, options);
        return new DesiredIngressRoute(backend.Namespace, name, exposure.Id, exposure.Hostname, backend, exposure.Middlewares, manifest);
    }

    private static IEnumerable<DesiredResource> OutsideRoute(Exposure exposure, AddressBackend backend, IngressOptions options)
    {
        var (ns, name, host) = (options.Namespace, ObjectName(exposure), exposure.Hostname.Value);
        if (IPAddress.TryParse(backend.Address, out _))
        {
            yield return new DesiredService(ns, name, exposure.Id, host, Manifests.SelectorlessService(exposure, ns, name, backend));
            yield return new DesiredEndpointSlice(ns, name, exposure.Id, host, Manifests.Endpoints(exposure, ns, name, name, backend));
        }
        else
            yield return new DesiredService(ns, name, exposure.Id, host, Manifests.ExternalNameService(exposure, ns, name, backend));

        var scheme = backend.Scheme == "https" ? "https" : null;
        var manifest = Manifests.Route(exposure, ns, name, name, $"{backend.Port}", scheme, options);
        yield return new DesiredIngressRoute(ns, name, exposure.Id, exposure.Hostname, null, exposure.Middlewares, manifest);
    }

    private static IEnumerable<DesiredResource> Publication(Exposure exposure, DesiredState desired, DockerState docker, TunnelOptions tunnels)
    {
        if (exposure.Visibility == Visibility.Lan)
            yield return DesiredDnsRecord.ForExposure(exposure, new DnsContent.Lan());
        else if (desired.AreTunnelsClosed)
            yield break;
        else if (WhyNotPublic(exposure, desired, docker) is { } why)
            yield return new RefusedResource(DesiredTunnelRule.KeyOf(exposure.Hostname), exposure.Id, exposure.Hostname.Value, why);
        else
        {
            yield return new DesiredTunnelRule(exposure.Id, exposure.Hostname, tunnels.Origin)
            {
                IsGuarded = exposure.LoginPolicy is not null,
                WhyUnseen = ServerBehind.WhyUnseen(exposure, desired, docker),
            };
            yield return DesiredDnsRecord.ForExposure(exposure, new DnsContent.Tunnel());
        }
    }

    /// <summary>Nothing becomes public without its guard, unless an admin typed that it shall.</summary>
    private static string? WhyNotPublic(Exposure exposure, DesiredState desired, DockerState docker)
    {
        if (ServerBehind.WhyNotPublic(exposure, desired, docker) is { } open)
            return $"{exposure.Hostname} is not published: {open.Why}";
        if (exposure.LoginPolicy is { } policy)
            return desired.FindLoginPolicy(policy) is null ? $"{exposure.Hostname} is not published: its login policy does not exist any more. Edit the exposure and choose another one." : null;
        return exposure.IsPublicWithoutLogin
            ? null
            : $"{exposure.Hostname} is not published: it has no login policy and was not confirmed as public without login. Edit the exposure and choose one of them.";
    }
}
