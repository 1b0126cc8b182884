using HomelabPortal.Cluster.Volumes.Disks;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Api;

/// <summary>A disk that Longhorn keeps replicas on; amounts in bytes.</summary>
/// <param name="Scheduled">Promised to replicas, whether written yet or not.</param>
/// <param name="Promisable">What may be promised; null while the over-provisioning setting is not known.</param>
internal sealed record DiskResource(
    string Node, string Name, string Path, HealthState State, string Word, string Sentence, long Maximum, long Available, long Reserved, long Scheduled, long? Promisable, int Replicas)
{
    public static DiskResource Of(DiskRow row) => new(
        row.Node, row.Name, row.Path, row.State, row.Word, row.Sentence, row.Maximum, row.Available, row.Reserved, row.Scheduled, row.Promisable, row.Replicas);
}
