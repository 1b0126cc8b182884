using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Kubernetes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Ingress;

/// <summary>Reads from the API server itself, not from a watch: what is written next must rest on what is stored now.</summary>
internal static class IngressObserver
{
    // There is a slice for nearly every Service; only ours matter.
    private const string OurSlices = $"{KubernetesMarks.ManagedBy}={KubernetesMarks.FieldManager}";

    /// <exception cref="KubernetesApiException">One of the lists could not be read whole.</exception>
    public static async Task<IngressView> ObserveAsync(KubernetesClient client, string traefikService, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(
            ListAsync(client, ManifestTypes.IngressRoutes, null, cancellationToken),
            ListAsync(client, ManifestTypes.Middlewares, null, cancellationToken),
            ListAsync(client, ManifestTypes.Services, null, cancellationToken),
            ListAsync(client, ManifestTypes.EndpointSlices, OurSlices, cancellationToken),
            ListAsync(client, ManifestTypes.Namespaces, null, cancellationToken));
        var objects = lists.SelectMany(list => list).ToImmutableArray();
        return new IngressView(objects, new LabFacts(LanAddress: LanAddressOf(objects, traefikService)));
    }

    private static async Task<IEnumerable<LiveObject>> ListAsync(
        KubernetesClient client, ResourceType<WireObject> type, string? labels, CancellationToken cancellationToken)
    {
        var list = await client.ListAsync(type, new ListOptions { LabelSelector = labels }, cancellationToken);
        return list.Items.Select(item => item.ToLive(type));
    }

    private static string? LanAddressOf(IEnumerable<LiveObject> objects, string traefikService)
    {
        var service = objects.FirstOrDefault(live => live.Kind == Manifests.Service && live.FullName == traefikService);
        return service?.Document["status"]?["loadBalancer"]?["ingress"] is JsonArray { Count: > 0 } addresses ? (string?)addresses[0]?["ip"] : null;
    }
}
