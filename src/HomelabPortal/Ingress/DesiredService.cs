using System.Text.Json.Nodes;

namespace HomelabPortal.Ingress;

/// <summary>A Service without a selector, or an ExternalName: the door to something outside the cluster.</summary>
internal sealed record DesiredService(string Namespace, string Name, string OwnerId, string OwnerName, JsonObject Manifest)
    : DesiredManifest(Manifests.Service, Namespace, Name, OwnerId, OwnerName, Manifest);
