using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Acts.Jobs;

/// <summary>The acts that run and those that ran since the portal started, newest first.</summary>
public sealed record ActJobsState(ImmutableArray<ActJob> Jobs)
{
    public const int Most = 100;

    public static ActJobsState Empty { get; } = new([]);

    public ActJob? Find(string id) => Jobs.FirstOrDefault(job => job.Id == id);

    /// <summary>With one more; the oldest that have ended make room.</summary>
    public ActJobsState With(ActJob job)
    {
        var jobs = Jobs.Insert(0, job);
        while (jobs.Length > Most && jobs.LastOrDefault(old => !old.IsRunning) is { } oldest)
            jobs = jobs.Remove(oldest);
        return new ActJobsState(jobs);
    }

    public ActJobsState Change(string id, Func<ActJob, ActJob> change) => Find(id) is { } job ? new ActJobsState(Jobs.Replace(job, change(job))) : this;
}
