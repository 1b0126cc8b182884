namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>A claim of an app on storage.</summary>
/// <param name="HealthyReplicas">Copies that are in step, out of those that Longhorn should keep.</param>
internal sealed record LabVolume(string Name, int SizeGibi, int UsedPercent = 30, int HealthyReplicas = 3)
{
    public string Class { get; init; } = LabStorage.Replicated;

    /// <summary>The copy that is out of step is being filled again.</summary>
    public bool IsRebuilding { get; init; }

    /// <summary>How its last backup went; null for those that nobody backs up.</summary>
    public bool? IsBackedUp { get; init; } = true;

    public bool IsOnLonghorn => Class != LabStorage.NodeLocal;

    public int Replicas => Class == LabStorage.Single ? 1 : 3;

    public int Whole => Math.Min(HealthyReplicas, Replicas);
}
