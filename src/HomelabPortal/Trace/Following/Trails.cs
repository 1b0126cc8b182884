using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Hostnames.Table.Parts;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Kubernetes;
using HomelabPortal.Trace.Hops;
using HomelabPortal.Trace.Reading;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Following;

/// <summary>The stations behind the ingress.</summary>
internal static class Trails
{
    private static readonly int[] _webPorts = [443, 80];

    /// <param name="others">Backends that share the requests.</param>
    public static IEnumerable<TraceHop> ToBackend(RouteBackend backend, IReadOnlyList<RouteBackend> others, TraceScene scene)
    {
        if (backend.Name.EndsWith("@internal", StringComparison.Ordinal))
            return [];
        if (backend.Name.Contains('@'))
            return [new TraceHop(HopKind.Service, backend.Name, null, "", "", [Hop.Unknown("svc.outside", $"{backend.Name} is set up outside the cluster, where nobody watches.", "Look into Traefik's own configuration.", "kubectl get ingressroutes -A")])];
        return ToService(backend.Namespace, backend.Name, backend.Port, others.Count(other => other.State is HealthState.Healthy or HealthState.Degraded), scene);
    }

    /// <param name="fineOthers">How many other backends take their share of the requests.</param>
    public static IEnumerable<TraceHop> ToService(string ns, string name, string port, int fineOthers, TraceScene scene)
    {
        var (hop, service) = ServiceHop.Of(ns, name, port, scene);
        var hops = new List<TraceHop> { hop };
        if (service is not null)
            hops.AddRange(service.Spec.Type == "ExternalName" ? ToName(service, port, scene) : ToEndpoints(service, port, scene));
        return fineOthers == 0 ? hops : hops.Select(Weakened);
    }

    /// <summary>To a machine whose record says no port: what a browser asks for, as far as a container publishes it there or should.</summary>
    public static IEnumerable<TraceHop> ToMachine(string address, TraceScene scene)
    {
        var host = scene.Facts.Docker.Hosts.FirstOrDefault(candidate => candidate.LanAddress == address);
        return host is not null && WebPort(host, scene.Facts.Names.Desired) is { } port ? ToMachine(address, port, scene) : [MachineHop.Of(address, null, scene).Hop];
    }

    /// <summary>What was stopped on purpose counts only where nothing else answers.</summary>
    private static int? WebPort(DockerHostState host, DesiredState desired)
    {
        int? stopped = null;
        foreach (var port in _webPorts)
        {
            var expected = ExpectedContainer.Of(host.Name, port, desired);
            if (expected is { IsToRun: true } || host.Containers.Any(container => container.Ports.Contains(port)))
                return port;
            stopped ??= expected is null ? null : port;
        }

        return stopped;
    }

    /// <param name="address">An address or a name.</param>
    public static IEnumerable<TraceHop> ToMachine(string address, int port, TraceScene scene)
    {
        var (hop, host) = MachineHop.Of(address, port, scene);
        yield return hop;
        if (host is null)
            yield break;
        var (contained, container) = ContainerHop.Of(host, port, scene);
        yield return contained;
        if (container is not null && GpuHop.Of(host.Name, container.Name, scene) is { } gpu)
            yield return gpu;
    }

    private static IEnumerable<TraceHop> ToEndpoints(Service service, string port, TraceScene scene)
    {
        var (hop, rows) = EndpointHop.Of(service, port, scene);
        var hops = new List<TraceHop> { hop };
        if (service.Spec.Selector.Count == 0 && rows.All(row => row.Pod.Length == 0))
            return [hop, .. rows.Take(1).SelectMany(row => ToMachine(row.Address, Target(service, port, scene), scene))];
        var (pod, pods) = PodHop.Of(service, Target(service, port, scene), rows, scene);
        hops.Add(pod);
        // Of several pods, the ones that serve tell which nodes and volumes matter; without any, all do.
        IReadOnlyList<Pod> serving = [.. pods.Where(one => one.Status.Conditions.IsTrue("Ready") && one.Metadata.DeletionTimestamp is null)];
        var relevant = serving.Count > 0 ? serving : pods;
        return [.. hops, .. new[] { NodeHop.Of(relevant, scene), StorageHop.Of(relevant, scene) }.OfType<TraceHop>()];
    }

    /// <summary>A name that DNS of this lab leads to a machine is followed there; of any other nothing is known.</summary>
    private static IEnumerable<TraceHop> ToName(Service service, string port, TraceScene scene)
    {
        var name = service.Spec.ExternalName.TrimEnd('.');
        var record = scene.Facts.Names.DnsFault is null ? scene.Parts.Collect(name.ToLowerInvariant()).Dns.FirstOrDefault(part => part.Lead.Kind == LeadKind.Device) : null;
        return ToMachine(record?.Content ?? name, Target(service, port, scene), scene);
    }

    /// <summary>The port behind the Service: as its slice says, else as the Service does.</summary>
    private static int Target(Service service, string port, TraceScene scene)
    {
        var own = ServiceHop.PortOf(service, port);
        var sliced = scene.Slices(service.Metadata.Namespace, service.Metadata.Name).SelectMany(slice => slice.Ports).FirstOrDefault(one => own is null || one.Name == own.Name)?.Port;
        return sliced ?? own?.TargetPort?.Number ?? own?.Port ?? (int.TryParse(port, out var number) ? number : 80);
    }

    /// <summary>A part of the requests still gets through.</summary>
    private static TraceHop Weakened(TraceHop hop) => hop.Verdict != TraceVerdict.Broken ? hop
        : hop with { Findings = [.. hop.Findings.Select(finding => finding.Verdict == TraceVerdict.Broken ? finding with { Verdict = TraceVerdict.Degraded, What = $"{finding.What} Other backends take their share of the requests." } : finding)] };
}
