using HomelabPortal.Cluster.Objects;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Claims;

/// <summary>One claim as tables show it. Two rows are equal when they look the same.</summary>
/// <param name="Status">kubectl's word for the claim.</param>
/// <param name="Word">The volume's state where it has one that is known, else the claim's.</param>
/// <param name="Capacity">Bytes; null until it is bound.</param>
/// <param name="Used">Bytes on disk, snapshots included; null where no driver tells.</param>
/// <param name="Whole">Replicas that hold all data; null where there are none to count.</param>
/// <param name="Places">The nodes of these replicas, or the one node that keeps it.</param>
/// <param name="UsedBy">The workload that mounts it; empty when none does.</param>
/// <param name="LastOn">The node on which its data hangs; null while several have it.</param>
public sealed record ClaimRow(
    string Uid, string Namespace, string Name, HealthState State, string Word, string Sentence, string Status, string Class, string AccessModes,
    long? Capacity, long? Used, int? Whole, int? Wanted, string Places, string UsedBy, string? UsedByHref, DateTimeOffset? LastBackup, bool CanBeBackedUp,
    string Volume, string? LastOn, DateTimeOffset? Created, DateTimeOffset? RecheckAt)
{
    public string Href => ObjectHref.Of("PersistentVolumeClaim", Namespace, Name)!;

    /// <summary>Name and namespace, as the filter searches them.</summary>
    public string NameText => $"{Namespace} {Name}";

    /// <summary>Class and access modes, as the filter searches them.</summary>
    public string ClassText => $"{Class} {AccessModes}";

    /// <summary>Our word and kubectl's, so that a filter finds both.</summary>
    public string StateText => Word == Status ? Word : $"{Word} {Status}";

    public double? UsedShare => Capacity > 0 && Used is { } used ? (double)used / Capacity.Value : null;

    /// <summary>"2/3"; empty where there are none to count.</summary>
    public string Replicas => Whole is { } whole ? $"{whole}/{Wanted}" : "";
}
