using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Pods.Volumes;

/// <summary>What a volume is, in a word or two.</summary>
internal static class VolumeWords
{
    public static string Of(PodVolume volume) => volume.Kind switch
    {
        "persistentVolumeClaim" => "claim",
        "configMap" => "config map",
        "secret" => "secret",
        "emptyDir" when volume.EmptyDir?.Medium == "Memory" => "scratch space in memory",
        "emptyDir" => "scratch space on the node",
        "hostPath" => "folder of the node",
        "projected" when volume.Name == "kube-api-access" => "token of the service account",
        "projected" => "several sources in one",
        "downwardAPI" => "facts about the pod",
        "nfs" => "NFS share",
        "csi" => "storage driver",
        "ephemeral" => "claim that goes with the pod",
        "iscsi" => "iSCSI disk",
        "image" => "image",
        // An emptyDir may be written as an empty object, which says no kind at all.
        "" => "scratch space on the node",
        _ => volume.Kind,
    };
}
