using HomelabPortal.Access;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Cluster.Acts.Jobs;

/// <summary>Pure: how a job stands once it has come out.</summary>
internal static class ActJobEnd
{
    public static ActJob Of(ActJob job, ActionOutcome outcome, bool isCancelled, bool isStopping, DateTimeOffset now)
    {
        var phase = outcome.Succeeded ? ActJobPhase.Done
            : isCancelled ? ActJobPhase.Cancelled
            : isStopping ? ActJobPhase.Interrupted
            : ActJobPhase.Failed;
        return job with
        {
            Phase = phase,
            EndedAt = now,
            AuditId = outcome.AuditId,
            Outcome = outcome.Fault ?? job.Outcome ?? "Done.",
            Steps = [.. job.Steps.Select(step => step.Phase switch
            {
                StepPhase.Running when outcome.Succeeded => step with { Phase = StepPhase.Done, Detail = null },
                StepPhase.Running => step with { Phase = isCancelled ? StepPhase.Skipped : StepPhase.Failed },
                StepPhase.Pending => step with { Phase = StepPhase.Skipped },
                _ => step,
            })],
        };
    }
}
