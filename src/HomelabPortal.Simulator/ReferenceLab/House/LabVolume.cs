namespace HomelabPortal.Simulator.ReferenceLab.House;

/// <summary>A claim of an app on block storage.</summary>
/// <param name="HealthyReplicas">Copies that are in step, out of the three that Longhorn keeps.</param>
internal sealed record LabVolume(string Name, int SizeGibi, int UsedPercent = 30, int HealthyReplicas = 3);
