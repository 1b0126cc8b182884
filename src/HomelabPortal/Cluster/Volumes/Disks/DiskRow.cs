using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Disks;

/// <summary>One disk that Longhorn keeps replicas on.</summary>
/// <param name="Name">Longhorn's name for it.</param>
/// <param name="Maximum">Bytes of the disk.</param>
/// <param name="Available">Bytes free on it.</param>
/// <param name="Reserved">Bytes kept from replicas.</param>
/// <param name="Scheduled">Bytes promised to replicas, whether written yet or not.</param>
/// <param name="Promisable">Bytes that may be promised: what is not reserved, times the over-provisioning; null when that setting is not known.</param>
/// <param name="Replicas">How many lie on it.</param>
public sealed record DiskRow(
    string Key, string Node, string Name, string Path, HealthState State, string Word, string Sentence,
    long Maximum, long Available, long Reserved, long Scheduled, long? Promisable, int Replicas)
{
    public long Used => Maximum - Available;

    public double? UsedShare => Maximum > 0 ? (double)Used / Maximum : null;

    /// <summary>Above 1 more is promised than allowed; nothing new is placed then.</summary>
    public double? ScheduledShare => Promisable > 0 ? (double)Scheduled / Promisable : null;

    /// <summary>Node, disk and path, as the filter searches them.</summary>
    public string NameText => $"{Node} {Name} {Path}";

    public string Where => Path.Length > 0 ? $"{Node} {Path}" : Node;
}
