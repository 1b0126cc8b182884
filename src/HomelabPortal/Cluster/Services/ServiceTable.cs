using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Services;

/// <summary>
/// Keeps the service rows. Most changes of a cluster are of pods, which matter only to services without a ready endpoint,
/// so all others are judged anew only when they or their endpoints change.
/// </summary>
internal sealed class ServiceTable
{
    private (object Services, object Slices, object Pods, object Workloads, object Pools)? _seen;

    /// <summary>By namespace and name. The same instance as before when nothing changed.</summary>
    public IReadOnlyList<ServiceRow> Rows { get; private set; } = [];

    public void Update(ClusterState state, DateTimeOffset now)
    {
        var seen = (state.Services, state.EndpointSlices, state.PodRows, state.WorkloadRows, state.AddressPools);
        if (_seen is { } before && ReferenceEquals(before.Services, seen.Services) && ReferenceEquals(before.Slices, seen.EndpointSlices)
            && (!Rows.Any(DependsOnOthers) || (ReferenceEquals(before.Pods, seen.PodRows) && ReferenceEquals(before.Workloads, seen.WorkloadRows) && ReferenceEquals(before.Pools, seen.AddressPools) && !Rows.Any(IsTimed))))
            return;
        _seen = seen;
        var slices = state.EndpointSlices.All.ToLookup(slice => (slice.Metadata.Namespace, slice.ServiceName() ?? ""));
        var known = Rows.ToDictionary(row => row.Uid);
        ServiceRow[] rows =
        [
            .. state.Services.All.Select(service => Row(service, slices[(service.Metadata.Namespace, service.Metadata.Name)], state, now))
                .Select(row => known.TryGetValue(row.Uid, out var same) && same == row ? same : row)
                .OrderBy(row => row.Namespace, NaturalOrder.Instance).ThenBy(row => row.Name, NaturalOrder.Instance),
        ];
        if (rows.Length != Rows.Count || !rows.Zip(Rows).All(pair => ReferenceEquals(pair.First, pair.Second)))
            Rows = rows;
    }

    private static bool DependsOnOthers(ServiceRow row) => row.State is not HealthState.Healthy && row.Code != ServiceCodes.Outside;

    private static bool IsTimed(ServiceRow row) => row.State == HealthState.Progressing;

    private static ServiceRow Row(Service service, IEnumerable<EndpointSlice> slices, ClusterState state, DateTimeOffset now)
    {
        var endpoints = ServiceEndpoints.Of(slices);
        var findings = ServiceHealth.Find(service, endpoints, () => SelectedPods.Of(service, state), state, now);
        var (verdict, (ready, all), meta) = (ServiceHealth.Judge(findings), ServiceEndpoints.Count(endpoints), service.Metadata);
        return new ServiceRow(
            meta.Namespace, meta.Name, meta.Uid, verdict.State, verdict.Word, verdict.Sentence, Findings.NextStep(findings),
            findings.OrderByDescending(finding => finding.State).FirstOrDefault()?.Code ?? "", verdict.NeedsSomeone, verdict.Since,
            service.Spec.Type, ServiceDisplay.ClusterIp(service), ServiceDisplay.ExternalIp(service, wide: true), ServiceDisplay.Ports(service),
            string.Join(", ", service.Spec.Ports.Select(port => port.Protocol == "TCP" ? $"{port.Port}" : $"{port.Port} {port.Protocol}")),
            ready, all, EndpointsDisplay.Text(slices), meta.CreationTimestamp);
    }
}
