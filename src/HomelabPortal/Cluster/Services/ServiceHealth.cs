using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Services;

/// <summary>
/// Judges a service.
/// <list type="table">
/// <item>ExternalName → unknown, and nobody's to mend; endpoints not readable → unknown</item>
/// <item>selector matches nothing → broken, or off when what would make its pods is scaled to zero</item>
/// <item>pods there but no endpoint → a named target port that no container has → broken</item>
/// <item>no endpoint ready → broken, or progressing while all its pods start; some not ready → degraded</item>
/// <item>load balancer without an address → progressing for a minute, then degraded with the reason</item>
/// </list>
/// </summary>
internal static class ServiceHealth
{
    private static readonly TimeSpan _addressWithin = TimeSpan.FromMinutes(1);
    private static readonly Verdict _healthy = new(HealthState.Healthy, "Healthy");

    public static Verdict Judge(IReadOnlyList<Finding> findings) => Findings.Judge(findings, _healthy);

    /// <param name="pods">Called only when what is wrong cannot be told from the endpoints alone.</param>
    public static IReadOnlyList<Finding> Find(Service service, IReadOnlyList<EndpointRow> endpoints, Func<IReadOnlyList<PodRow>> pods, ClusterState state, DateTimeOffset now)
    {
        if (service.Metadata.DeletionTimestamp is { } leaving)
            return [new Finding(ServiceCodes.Leaving, HealthState.Progressing, "Leaving", "It is being deleted.") { Since = leaving }];
        if (service.Spec.Type == "ExternalName")
            return [new Finding(ServiceCodes.Outside, HealthState.Unknown, "Outside", $"It stands for {service.Spec.ExternalName}, outside the cluster, where nobody watches.") { NeedsSomeone = false }];
        return [.. new[] { OfEndpoints(service, endpoints, pods, state), OfAddress(service, state, now) }.OfType<Finding>()];
    }

    /// <summary>What is worth a remark on the service's own page: numbers that no container declares work, but are often a slip.</summary>
    public static IEnumerable<Finding> Remarks(Service service, IReadOnlyList<PodRow> pods, ClusterState state)
    {
        var declared = pods.Select(pod => state.Pods.Find(pod.Key)).OfType<Pod>().SelectMany(pod => pod.Spec.Containers).SelectMany(container => container.Ports).Select(port => port.Number).ToHashSet();
        return declared.Count == 0
            ? []
            : service.Spec.Ports.Where(port => TargetNumber(port) is { } number && !declared.Contains(number)).Select(port => new Finding(
                ServiceCodes.PortUndeclared, HealthState.Unknown, "Undeclared", $"Port {port.Port} leads to {TargetNumber(port)}, which no container of its pods declares. That works if something listens there.") { NeedsSomeone = false, IsWeighed = false });
    }

    private static int? TargetNumber(ServicePort port) => port.TargetPort switch
    {
        null => port.Port,
        { Number: { } number } => number == 0 ? port.Port : number,
        _ => null,
    };

    private static Finding? OfEndpoints(Service service, IReadOnlyList<EndpointRow> endpoints, Func<IReadOnlyList<PodRow>> pods, ClusterState state)
    {
        var (ready, all) = ServiceEndpoints.Count(endpoints);
        if (all > 0 && ready == all)
            return null;
        if (!state.EndpointSlices.Status.IsKnown)
            return new Finding(ServiceCodes.EndpointsUnknown, HealthState.Unknown, "Unknown", "Its endpoints cannot be read.", "Let the portal's account read endpointslices.");
        if (ready > 0)
            return new Finding(ServiceCodes.EndpointsSome, HealthState.Degraded, $"{ready} of {all} ready", $"{ready} of its {Spoken.Count(all, "endpoint")} are ready.", "Look at the pods that are not.");
        if (service.Spec.Selector.Count == 0)
            return all == 0 ? Broken(ServiceCodes.EndpointsNone, "No endpoints", "It has no selector, and nobody has given it endpoints.", "Give it an EndpointSlice, or a selector.") : NotReady(all);
        if (!state.Pods.Status.IsKnown)
            return new Finding(ServiceCodes.EndpointsUnknown, HealthState.Unknown, "Unknown", "None of its endpoints is ready, and its pods cannot be read.");
        var selected = pods();
        if (selected.Count == 0)
            return NoPods(service, state);
        if (selected.All(pod => pod.State == HealthState.Progressing))
            return new Finding(ServiceCodes.EndpointsStarting, HealthState.Progressing, "Starting", $"{(selected.Count == 1 ? "Its pod is" : $"Its {selected.Count} pods are")} on the way.");
        return all == 0 ? Mismatch(service, selected, state) : NotReady(all);
    }

    private static Finding NotReady(int all) =>
        Broken(ServiceCodes.EndpointsNotReady, "None ready", all == 1 ? "Its only endpoint is not ready." : $"None of its {all} endpoints is ready.", "Look at its pods.");

    private static Finding NoPods(Service service, ClusterState state)
    {
        var selector = ServiceDisplay.Selector(service).Replace(",", ", ", StringComparison.Ordinal);
        return SelectedPods.MadeBy(service, state) switch
        {
            [] => Broken(ServiceCodes.SelectorNone, "Selects nothing", $"No pod in {service.Metadata.Namespace} carries {selector}, and no workload would make one.", "Correct the selector, or the labels of the pods, or delete the service."),
            var made when made.All(one => one.Wanted == 0) => new Finding(ServiceCodes.ScaledDown, HealthState.Off, "Scaled to zero", $"{made[0].Name} runs no pods now."),
            var made => Broken(ServiceCodes.SelectorNone, "No pods", $"{made[0].Name} should make pods with {selector}, but there is none.", $"Look at {made[0].Name}."),
        };
    }

    /// <summary>A named target port that no container has leaves out the whole endpoint.</summary>
    private static Finding Mismatch(Service service, IReadOnlyList<PodRow> selected, ClusterState state)
    {
        var names = selected.Select(pod => state.Pods.Find(pod.Key)).OfType<Pod>().SelectMany(pod => pod.Spec.Containers).SelectMany(container => container.Ports).Select(port => port.Name).Where(name => name.Length > 0).ToHashSet();
        var missing = service.Spec.Ports.Select(port => port.TargetPort?.Text).OfType<string>().FirstOrDefault(name => !names.Contains(name));
        return missing is null
            ? Broken(ServiceCodes.EndpointsNone, "No endpoints", $"{Spoken.Count(selected.Count, "pod")} match its selector, but none has an address yet.", "Look at its pods.")
            : Broken(
                ServiceCodes.PortMismatch, "No such port", $"It leads to the port named {missing}, and no container of its {Spoken.Count(selected.Count, "pod")} has one.{(names.Count > 0 ? $" They have {string.Join(", ", names.Order(StringComparer.Ordinal))}." : "")}",
                "Make the target port and the container's port agree.");
    }

    private static Finding? OfAddress(Service service, ClusterState state, DateTimeOffset now)
    {
        if (service.Spec.Type != "LoadBalancer" || service.Status.LoadBalancer.Ingress.Count > 0)
            return null;
        var since = service.Metadata.CreationTimestamp;
        return since is { } start && now - start < _addressWithin
            ? new Finding(ServiceCodes.Pending, HealthState.Progressing, "Pending", "It waits for an address.") { Since = since }
            : new Finding(ServiceCodes.Pending, HealthState.Degraded, "No address", $"It has no load-balancer address. {PendingReason.Of(service, state)}", "Look at the address pools.") { Since = since };
    }

    private static Finding Broken(string code, string word, string sentence, string next) => new(code, HealthState.Broken, word, sentence, next);
}
