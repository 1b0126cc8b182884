using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using HomelabPortal.Ui.Tables;

namespace HomelabPortal.Cluster.Services;

/// <summary>
/// Keeps the service rows in order. Most changes of a cluster are of pods, which matter only to services without a ready endpoint,
/// so a service is judged anew only when it or its endpoints changed, or when its verdict may follow from the others or from time.
/// </summary>
internal sealed class ServiceTable
{
    private static readonly ILookup<(string, string), EndpointSlice> _none = Array.Empty<EndpointSlice>().ToLookup(_ => ("", ""));
    private ClusterState? _seen;
    private Entry[] _entries = [];
    private ILookup<(string Namespace, string Service), EndpointSlice> _slices = _none;

    /// <summary>By namespace and name. The same instance as before when nothing changed.</summary>
    public IReadOnlyList<ServiceRow> Rows { get; private set; } = [];

    public void Update(ClusterState state, DateTimeOffset now)
    {
        var before = _seen;
        _seen = state;
        if (!ReferenceEquals(before?.EndpointSlices, state.EndpointSlices))
            _slices = state.EndpointSlices.All.ToLookup(slice => (slice.Metadata.Namespace, slice.ServiceName() ?? ""));
        var haveOthersChanged = before is null || !ReferenceEquals(before.PodRows, state.PodRows)
            || !ReferenceEquals(before.WorkloadRows, state.WorkloadRows) || !ReferenceEquals(before.AddressPools, state.AddressPools)
            || before.EndpointSlices.Status != state.EndpointSlices.Status || before.Pods.Status != state.Pods.Status;

        Entry Keep(Service service, Entry? known)
        {
            var slices = ReferenceEquals(before?.EndpointSlices, state.EndpointSlices) && known is not null
                ? known.Slices : [.. _slices[(service.Metadata.Namespace, service.Metadata.Name)]];
            if (known is not null && ReferenceEquals(known.Service, service) && slices.SequenceEqual(known.Slices, ReferenceEqualityComparer.Instance)
                && !(haveOthersChanged && DependsOnOthers(known.Row)) && !IsTimed(service))
                return known;
            var row = Row(service, slices, state, now);
            return new Entry(service, slices, row == known?.Row ? known.Row : row);
        }

        _entries = ReferenceEquals(before?.Services, state.Services)
            ? Array.ConvertAll(_entries, entry => Keep(entry.Service, entry))
            : Sorted(state.Services.All, Keep);
        if (_entries.Length != Rows.Count || !_entries.Zip(Rows).All(pair => ReferenceEquals(pair.First.Row, pair.Second)))
            Rows = Array.ConvertAll(_entries, entry => entry.Row);
    }

    private Entry[] Sorted(IEnumerable<Service> services, Func<Service, Entry?, Entry> keep)
    {
        var known = _entries.ToDictionary(entry => entry.Row.Uid);
        return
        [
            .. services.Select(service => keep(service, known.GetValueOrDefault(service.Metadata.Uid)))
                .OrderBy(entry => entry.Row.Namespace, NaturalOrder.Instance).ThenBy(entry => entry.Row.Name, NaturalOrder.Instance),
        ];
    }

    private static bool DependsOnOthers(ServiceRow row) => row.State is not HealthState.Healthy && row.Code != ServiceCodes.Outside;

    private static bool IsTimed(Service service) => service.Spec.Type == "LoadBalancer" && service.Status.LoadBalancer.Ingress.Count == 0;

    private static ServiceRow Row(Service service, IReadOnlyList<EndpointSlice> slices, ClusterState state, DateTimeOffset now)
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

    private sealed record Entry(Service Service, IReadOnlyList<EndpointSlice> Slices, ServiceRow Row);
}
