using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Volumes.Persistent;

/// <summary>One PersistentVolume as tables show it.</summary>
/// <param name="Capacity">Bytes.</param>
/// <param name="Claim">"namespace/name"; empty while no claim has it.</param>
/// <param name="ClaimHref">Null when the claim is gone.</param>
/// <param name="Backing">What holds the data: "Longhorn", "NFS 10.0.0.5", "node1", or the driver's name.</param>
/// <param name="BackingPath">Where there; empty when nothing more is told.</param>
public sealed record PersistentVolumeRow(
    string Uid, string Name, HealthState State, string Word, string Sentence, long? Capacity, string AccessModes, string ReclaimPolicy,
    string Claim, string? ClaimHref, string Class, string Backing, string BackingPath, DateTimeOffset? Created)
{
    /// <summary>Class and access modes, as the filter searches them.</summary>
    public string ClassText => $"{Class} {AccessModes}";

    /// <summary>What holds the data and where, as the filter searches them.</summary>
    public string BackingText => $"{Backing} {BackingPath}";
}
