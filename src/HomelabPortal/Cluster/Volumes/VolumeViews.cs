using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Volumes;

/// <summary>Puts Longhorn's volumes, replicas and engines together.</summary>
internal static class VolumeViews
{
    /// <summary>By the volume's name.</summary>
    public static IReadOnlyDictionary<string, VolumeView> Of(ClusterState state)
    {
        var engines = state.VolumeEngines.All.ToLookup(engine => engine.Spec.VolumeName);
        var replicas = state.VolumeReplicas.All.ToLookup(replica => replica.Spec.VolumeName);
        var last = LastReplicas.All(state).Where(item => item.Cause != LastReplicaCause.NodeStorage).ToDictionary(item => item.Volume);
        return state.Volumes.All.ToDictionary(volume => volume.Metadata.Name, volume =>
        {
            var views = ReplicaViews.Of(replicas[volume.Metadata.Name], Running(engines[volume.Metadata.Name]), state);
            return new VolumeView(volume, views, last.GetValueOrDefault(volume.Metadata.Name), VolumeHealth.Judge(volume, views));
        });
    }

    /// <summary>While a volume changes its engine there are two.</summary>
    public static LonghornEngine? Running(IEnumerable<LonghornEngine> engines) => engines.OrderByDescending(engine => engine.Status.CurrentState == "running").FirstOrDefault();
}
