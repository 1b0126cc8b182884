using HomelabPortal.Reconcile;

namespace HomelabPortal.Exposures.Api;

/// <summary>How an exposure stands. It is served when the phase is inPlace or notManaged.</summary>
/// <param name="Explanation">Why the phase is what it is; null when all is well.</param>
/// <param name="VerifiedAt">When everything was last read back and found in place.</param>
internal sealed record ExposureStatusResource(OwnerPhase Phase, string? Explanation, DateTimeOffset? VerifiedAt, IReadOnlyList<StepResource> Steps)
{
    /// <summary>Why nobody answers behind it although all is in place, as far as that is seen: its container does not run, for example.</summary>
    public string? Trouble { get; init; }

    public static ExposureStatusResource Pending { get; } = new(OwnerPhase.Pending, null, null, []);

    public static ExposureStatusResource Of(OwnerPhase phase, OwnerStatus? status) => status is null
        ? Pending
        : new(phase, status.Explanation, status.VerifiedAt, [.. status.Steps.Select(step => new StepResource(step.Key.Target, step.Key.Kind, step.Key.Name, step.Phase, step.Text))]);
}
