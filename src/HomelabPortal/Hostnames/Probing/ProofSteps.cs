using HomelabPortal.Ui.Acts;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Hostnames.Probing;

/// <summary>Pure: the proof of life as the last step of an exposure. A bad answer is shown, but the exposure stands as it is.</summary>
internal static class ProofSteps
{
    public static IEnumerable<Step> Of(ProbeState state, string hostname)
    {
        if (state.IsRunning(hostname))
            return [new Step("Answer from outside", StepPhase.Running, "Cloudflare's edge is being asked.")];
        return state.Of(hostname) is { } result
            ? [new Step($"Answer from outside: {result.Class.Word().ToLowerInvariant()}", PhaseOf(result.Class.State()), result.Sentence)]
            : [];
    }

    private static StepPhase PhaseOf(HealthState state) => state switch
    {
        HealthState.Healthy => StepPhase.Done,
        HealthState.Unknown => StepPhase.Skipped,
        _ => StepPhase.Failed,
    };
}
