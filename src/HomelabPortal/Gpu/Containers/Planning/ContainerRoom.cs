using HomelabPortal.Gpu.Containers.Leases;

namespace HomelabPortal.Gpu.Containers.Planning;

/// <summary>Pure: whether there is room on the GPU for what is to run. What fits holds it from now on; what does not waits.</summary>
internal static class ContainerRoom
{
    /// <param name="reason">Why it is done; what is not known of the memory is added to it.</param>
    public static bool Fits(ContainerDraft draft, ref string reason)
    {
        var (container, host) = (draft.Scene.Wish.Container, draft.Scene.Host);
        if (container.IsStopped)
            return true;
        var total = container.Gpu is { } gpu ? host.Gpus.TotalOf(gpu) : null;
        var verdict = LeaseRules.Decide(container, draft.Holders, (int?)total);
        if (!verdict.Fits)
        {
            draft.Wait($"{verdict.Why} It starts when there is room.");
            return false;
        }

        // What it replaces holds its memory until it is stopped, and that is part of the same step.
        if (draft.Scene.Current is not { IsRunning: true })
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
}
