using HomelabPortal.Cluster.Volumes.Backups;

namespace HomelabPortal.Cluster.Volumes.Api;

/// <summary>A recurring job of Longhorn.</summary>
/// <param name="Schedule">As cron writes it.</param>
/// <param name="Volumes">How many volumes it treats.</param>
internal sealed record RecurringJobResource(string Name, string Task, string Schedule, int Retain, string Groups, int Volumes)
{
    public static RecurringJobResource Of(RecurringJobRow row) => new(row.Name, row.Task, row.Schedule, row.Retain, row.Groups, row.Volumes);
}
