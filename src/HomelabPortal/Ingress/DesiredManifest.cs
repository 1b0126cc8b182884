using System.Text.Json.Nodes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Ingress;

/// <summary>A Kubernetes object that should exist, with everything we set on it and nothing else.</summary>
internal abstract record DesiredManifest(string Kind, string Namespace, string Name, string OwnerId, string OwnerName, JsonObject Manifest)
    : DesiredResource(KeyOf(Kind, Namespace, Name), OwnerId, OwnerName)
{
    public static ResourceKey KeyOf(string kind, string ns, string name) => new(IngressView.Target, kind, $"{ns}/{name}");
}
