using HomelabPortal.Cluster.Health;

namespace HomelabPortal.Cluster.Volumes.Backups;

/// <summary>One recurring job of Longhorn.</summary>
/// <param name="Schedule">As cron writes it.</param>
/// <param name="Volumes">How many volumes it treats.</param>
public sealed record RecurringJobRow(string Name, string Task, string Schedule, int Retain, string Groups, int Volumes)
{
    public string VolumesText => Spoken.Count(Volumes, "volume");
}
