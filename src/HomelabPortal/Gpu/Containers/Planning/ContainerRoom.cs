using HomelabPortal.Gpu.Containers.Leases;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>Pure: whether there is room on the GPU for what is to run. What fits holds it from now on; what does not waits.</summary>
internal static class ContainerRoom
{
    /// <param name="reason">Why it is done; what is not known of the memory is added to it.</param>
    public static bool Fits(ContainerDraft draft, ref string reason)
    {
        var (container, host) = (draft.Scene.Wish.Container, draft.Scene.Host);
        // What waits for something else takes nobody's place meanwhile.
        if (container.IsStopped || draft.WhyShut is not null)
            return true;
        if (draft.Scene.Previous is not null)
            return IsReleased(draft, ref reason);
        var total = container.Gpu is { } gpu ? host.Gpus.TotalOf(gpu) : null;
        var verdict = LeaseRules.Decide(container, draft.Holders, (int?)total);
        if (!verdict.Fits)
        {
            draft.Wait($"{verdict.Why} It starts when there is room.");
            return false;
        }

        // What it replaces holds its memory until it is stopped, and that is part of the same step.
        if (draft.Scene.Current is not { HoldsPlace: true })
        {
            var gate = MemoryGate.Decide(container, host.Gpus, host.ReleasedAt, draft.Now);
            if (!gate.Goes)
            {
                draft.Wait($"{gate.Why} It starts when there is room.");
                return false;
            }

            reason = gate.Why is { } unknown ? $"{reason}; {unknown}" : reason;
        }

        if (LeaseHolder.Of(container) is { } holder && draft.Holders.All(other => other.Id != holder.Id))
            draft.Holders.Add(holder);
        return true;
    }

    /// <summary>
    /// The version before it was stopped for it: it keeps that one's place, and waits only for the memory that it gives back.
    /// That is waited for a minute at most; what others hold is left to its check, and the version before it comes back when that fails.
    /// </summary>
    private static bool IsReleased(ContainerDraft draft, ref string reason)
    {
        var host = draft.Scene.Host;
        var gate = MemoryGate.Decide(draft.Scene.Wish.Container, host.Gpus, host.ReleasedAt, draft.Now);
        if (!gate.Goes && draft.Now - host.ReleasedAt < MemoryGate.Patience)
        {
            // As with a proof: what else is to be done does not wait beside it.
            draft.WaitForService($"The version before it is stopped, and its video memory is not free yet. {gate.Why}");
            return false;
        }

        reason = gate switch
        {
            { Goes: false } => $"{reason}; its video memory did not become free within a minute",
            { Why: { } unknown } => $"{reason}; {unknown}",
            _ => reason,
        };
        return true;
    }
}
