using HomelabPortal.Cluster.Acts.Jobs;

namespace HomelabPortal.Cluster.Acts.Api;

/// <summary>An act in the background.</summary>
/// <param name="Outcome">How it came out, in a sentence; null while it runs.</param>
internal sealed record JobResource(
    string Id, string Act, ActJobPhase Phase, IReadOnlyList<JobStepResource> Steps, string? Outcome, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, bool CanCancel)
{
    public static JobResource Of(ActJob job) => new(
        job.Id, job.Words, job.Phase, [.. job.Steps.Select(step => new JobStepResource(step.Text, step.Phase, step.Detail))], job.Outcome, job.StartedAt, job.EndedAt, job.CanCancel && job.IsRunning);
}
