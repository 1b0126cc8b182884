using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Cluster.Acts.Jobs;

/// <summary>By which a running act tells how far it is. Steps are known by their text.</summary>
internal sealed class ActJobProgress(Action<Func<ActJob, ActJob>> update)
{
    /// <summary>Names steps that will come, in their order.</summary>
    public void Plan(params IReadOnlyList<string> steps) =>
        update(job => job with { Steps = [.. job.Steps, .. steps.Where(step => !job.Steps.Any(known => known.Text == step)).Select(step => new Step(step, StepPhase.Pending))] });

    /// <summary>Ends the steps that ran and begins this one, planned or not.</summary>
    public void Begin(string step, string? detail = null) =>
        update(job => With(job with { Steps = [.. job.Steps.Select(known => known.Phase == StepPhase.Running ? known with { Phase = StepPhase.Done, Detail = null } : known)] }, new Step(step, StepPhase.Running, detail)));

    /// <summary>How the running step stands: "2 of 3 new pods available".</summary>
    public void Tell(string detail) =>
        update(job => job with { Steps = [.. job.Steps.Select(known => known.Phase == StepPhase.Running ? known with { Detail = detail } : known)] });

    /// <summary>For several things at once: puts one step at a phase, whatever the others do.</summary>
    public void Set(string step, StepPhase phase, string? detail = null) => update(job => With(job, new Step(step, phase, detail)));

    /// <summary>The sentence that stands as the outcome when the act succeeds.</summary>
    public void Conclude(string sentence) => update(job => job with { Outcome = sentence });

    private static ActJob With(ActJob job, Step step)
    {
        var known = job.Steps.FirstOrDefault(known => known.Text == step.Text);
        return job with { Steps = known is null ? job.Steps.Add(step) : job.Steps.Replace(known, step) };
    }
}
