using System.Text.Json.Nodes;

namespace HomelabPortal.Ingress;

/// <summary>The address behind a Service without a selector.</summary>
internal sealed record DesiredEndpointSlice(string Namespace, string Name, string OwnerId, string OwnerName, JsonObject Manifest)
    : DesiredManifest(Manifests.EndpointSlice, Namespace, Name, OwnerId, OwnerName, Manifest);
