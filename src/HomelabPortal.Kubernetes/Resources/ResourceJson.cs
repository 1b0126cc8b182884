using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

/// <summary>Source-generated readers of every kind; fields that are not modelled are skipped and never become objects.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(TextConverter), typeof(TextMapConverter), typeof(QuantityMapConverter), typeof(LonghornDiskMapConverter), typeof(TimeConverter)])]
[JsonSerializable(typeof(Pod))]
[JsonSerializable(typeof(Node))]
[JsonSerializable(typeof(Namespace))]
[JsonSerializable(typeof(Service))]
[JsonSerializable(typeof(Event))]
[JsonSerializable(typeof(PersistentVolumeClaim))]
[JsonSerializable(typeof(PersistentVolume))]
[JsonSerializable(typeof(Deployment))]
[JsonSerializable(typeof(StatefulSet))]
[JsonSerializable(typeof(DaemonSet))]
[JsonSerializable(typeof(ReplicaSet))]
[JsonSerializable(typeof(Job))]
[JsonSerializable(typeof(CronJob))]
[JsonSerializable(typeof(EndpointSlice))]
[JsonSerializable(typeof(Ingress))]
[JsonSerializable(typeof(Lease))]
[JsonSerializable(typeof(IngressRoute))]
[JsonSerializable(typeof(Middleware))]
[JsonSerializable(typeof(IpAddressPool))]
[JsonSerializable(typeof(ServiceL2Status))]
[JsonSerializable(typeof(Certificate))]
[JsonSerializable(typeof(LonghornVolume))]
[JsonSerializable(typeof(LonghornNode))]
[JsonSerializable(typeof(Dictionary<string, LonghornDisk>))]
[JsonSerializable(typeof(NodeMetrics))]
[JsonSerializable(typeof(PodMetrics))]
[JsonSerializable(typeof(ArgoApplication))]
internal sealed partial class ResourceJson : JsonSerializerContext;
