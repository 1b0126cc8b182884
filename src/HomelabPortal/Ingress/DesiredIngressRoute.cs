using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;

namespace HomelabPortal.Ingress;

/// <summary>The route of one hostname.</summary>
/// <param name="Backend">The Service it leads to when that is not ours, so that it can be checked.</param>
/// <param name="Middlewares">As namespace/name.</param>
internal sealed record DesiredIngressRoute(
    string Namespace, string Name, string OwnerId, Hostname Hostname, KubernetesBackend? Backend,
    ImmutableArray<string> Middlewares, JsonObject Manifest)
    : DesiredManifest(Manifests.IngressRoute, Namespace, Name, OwnerId, Hostname.Value, Manifest);
