using System.Text.Json.Serialization;

namespace HomelabPortal.Kubernetes;

/// <summary>A volume of a pod, of whatever kind.</summary>
[JsonConverter(typeof(PodVolumeConverter))]
public sealed record PodVolume
{
    public string Name { get; init => field = ServiceAccountVolume.Plain(value); } = "";

    /// <summary>As the manifest names it: "persistentVolumeClaim", "configMap", "emptyDir", "nfs" or any other.</summary>
    public string Kind { get; init => field = value ?? ""; } = "";

    /// <summary>What it is made of: the name of a config map or secret, a path, a driver; empty when there is nothing to name.</summary>
    public string Source { get; init => field = value ?? ""; } = "";

    /// <summary>Null unless the volume is a claim.</summary>
    public PodVolumeClaim? PersistentVolumeClaim { get; init; }

    /// <summary>Null for volumes of other types.</summary>
    public PodEmptyDir? EmptyDir { get; init; }
}
