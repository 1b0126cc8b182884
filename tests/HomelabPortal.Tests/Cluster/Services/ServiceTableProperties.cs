using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Services;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Services;

/// <summary>Whatever changed since the last look, the rows that are kept are those that a first look would make.</summary>
public sealed class ServiceTableProperties
{
    private static readonly string[] _names = ["a", "b", "c"];

    private static readonly Gen<Moment> _moments =
        from types in Gen.Elements("", "ClusterIP", "LoadBalancer").ArrayOf(_names.Length)
        from ready in Gen.Elements<bool?>(null, true, false).ArrayOf(_names.Length)
        from pods in Gen.Elements("", "Pending", "Running").ArrayOf(_names.Length)
        from keepsPods in Gen.Elements(true, false)
        from keepsServices in Gen.Elements(true, false)
        from keepsSlices in Gen.Elements(true, false)
        from minutes in Gen.Choose(0, 20)
        select new Moment(types, ready, pods, keepsPods, keepsServices, keepsSlices, minutes);

    [Fact]
    public void Update_AnyHistory_GivesTheRowsOfAFirstLook() => Prop.ForAll(_moments.ArrayOf(5).ToArbitrary(), history =>
    {
        var (kept, state, now) = (new ServiceTable(), new ClusterState(), Now);
        foreach (var moment in history)
        {
            state = moment.After(state);
            now = now.AddMinutes(moment.Minutes);
            kept.Update(state, now);
            var first = new ServiceTable();
            first.Update(state, now);
            if (!kept.Rows.SequenceEqual(first.Rows))
                return false;
        }

        return true;
    }).QuickCheckThrowOnFailure();

    private sealed record Moment(string[] Types, bool?[] Ready, string[] Phases, bool KeepsPods, bool KeepsServices, bool KeepsSlices, int Minutes)
    {
        public ClusterState After(ClusterState before)
        {
            var state = KeepsPods ? before : (before with { Pods = Kind([.. Phases.Select(Pod).OfType<Pod>()]) }).WithRows();
            if (!KeepsServices)
                state = state with { Services = Kind([.. Types.Select(Service).OfType<Service>()]) };
            if (!KeepsSlices)
                state = state with { EndpointSlices = Kind([.. Ready.Select(Slice).OfType<EndpointSlice>()]) };
            return state;
        }

        private static Pod? Pod(string phase, int index)
        {
            if (phase.Length == 0)
                return null;
            var pod = phase == "Running" ? Objects.Pod($"{_names[index]}-1", Running()) : Objects.Pod($"{_names[index]}-1", Waiting("ContainerCreating"), phase);
            return pod with { Metadata = pod.Metadata with { Labels = Labels(index), CreationTimestamp = Now }, Status = pod.Status with { StartTime = Now } };
        }

        private static Service? Service(string type, int index) => type.Length == 0 ? null : new Service
        {
            Metadata = Meta(_names[index]) with { CreationTimestamp = Now },
            Spec = new ServiceSpec { Type = type, ClusterIp = "10.43.0.9", Selector = Labels(index), Ports = [new ServicePort { Name = "http", Port = 80 }] },
        };

        private static EndpointSlice? Slice(bool? ready, int index) => ready is not { } isReady ? null : new EndpointSlice
        {
            Metadata = Meta($"{_names[index]}-x", "media", ("kubernetes.io/service-name", _names[index])), Ports = [new EndpointPort { Name = "http", Port = 8080 }],
            Endpoints = [new HomelabPortal.Kubernetes.Endpoint { Addresses = ["10.42.0.1"], Conditions = new EndpointConditions { Ready = isReady } }],
        };

        private static CompactMap<string> Labels(int index) => Meta("", "", ("app", _names[index])).Labels;
    }
}
