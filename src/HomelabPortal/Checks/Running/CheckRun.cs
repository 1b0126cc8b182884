using HomelabPortal.Checks.Judging;

namespace HomelabPortal.Checks.Running;

/// <summary>What is remembered of one check while the portal runs. Only its board changes it.</summary>
internal sealed class CheckRun(CheckTask task)
{
    private const int MostTimes = 60;

    public CheckTask Task { get; set; } = task;

    public Standing Standing { get; set; } = Standing.New;

    public DateTimeOffset NextAt { get; set; }

    /// <summary>It is being asked, so it is not asked again.</summary>
    public bool IsBusy { get; set; }

    public CheckAnswer? Last { get; set; }

    public DateTimeOffset? LastAt { get; set; }

    /// <summary>The outage as it is stored; null while none is.</summary>
    public long? IncidentId { get; set; }

    public Queue<double?> Times { get; } = new(MostTimes);

    public CheckSummary? View { get; set; }

    public void AddTime(double? milliseconds)
    {
        if (Times.Count == MostTimes)
            Times.Dequeue();
        Times.Enqueue(milliseconds);
    }
}
