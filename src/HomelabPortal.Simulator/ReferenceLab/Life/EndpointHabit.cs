using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Keeps the endpoints of every service with a selector true to the pods. Slices made by hand are left alone.</summary>
internal sealed class EndpointHabit(KubernetesStore store) : ILabHabit
{
    private readonly ChangeGate _gate = new(store, ("", "pods"), ("", "services"));

    public TimeSpan Every { get; } = TimeSpan.FromSeconds(1);

    public void Act(DateTimeOffset now)
    {
        if (!_gate.HasChanged()) return;
        var pods = store.List("", "pods");
        foreach (var service in store.List("", "services").Where(service => service["spec"]?["selector"] is JsonObject { Count: > 0 } && !service.IsDeleting()))
        {
            var slice = EndpointSlices.For(service, pods);
            var known = store.Get("discovery.k8s.io/v1", "EndpointSlice", slice.Namespace(), slice.Name());
            if (known is null || !JsonNode.DeepEquals(known["endpoints"], slice["endpoints"]) || !JsonNode.DeepEquals(known["ports"], slice["ports"]))
                store.Put(slice);
        }
    }
}
