using System.Collections.Immutable;
using HomelabPortal.Access.Authority;
using HomelabPortal.Ui.Acts;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Acts.Jobs;

/// <summary>An act that takes a while, as it stands at one moment.</summary>
/// <param name="Words">What is done to what, as in the audit: "Restart Deployment media/sonarr".</param>
/// <param name="By">Who asked for it.</param>
public sealed record ActJob(string Id, Act Act, string Words, string By, DateTimeOffset StartedAt)
{
    public ActJobPhase Phase { get; init; } = ActJobPhase.Running;

    public ImmutableArray<Step> Steps { get; init; } = [];

    /// <summary>How it came out, in a sentence; null while it runs.</summary>
    public string? Outcome { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The page of what is acted upon; null when it has none.</summary>
    public string? Subject { get; init; }

    public bool CanCancel { get; init; }

    /// <summary>Its row in the audit; 0 until it has ended.</summary>
    public long AuditId { get; init; }

    /// <summary>The session or token it was asked for with, so that the outcome finds the right browser.</summary>
    internal string? Credential { get; init; }

    public string Href => $"/activity/jobs/{Id}";

    public bool IsRunning => Phase == ActJobPhase.Running;

    public HealthState State => Phase switch
    {
        ActJobPhase.Running => HealthState.Progressing,
        ActJobPhase.Done => HealthState.Healthy,
        ActJobPhase.Failed => HealthState.Broken,
        ActJobPhase.Cancelled => HealthState.Off,
        _ => HealthState.Unknown,
    };

    /// <summary>The step at work, or the last one that was.</summary>
    public Step? Current => Steps.LastOrDefault(step => step.Phase == StepPhase.Running) ?? Steps.LastOrDefault(step => step.Phase is StepPhase.Done or StepPhase.Failed);
}
