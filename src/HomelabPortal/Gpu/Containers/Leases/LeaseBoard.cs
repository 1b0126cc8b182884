using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>Pure: who holds the GPU of a host and who waits for it, the most important first, and what would become of another one.</summary>
/// <param name="Conflicts">Where leases of those that hold it contradict each other, in sentences.</param>
internal sealed record LeaseBoard(ImmutableArray<LeaseSeat> Holding, ImmutableArray<LeaseSeat> Waiting, ImmutableArray<string> Conflicts)
{
    public static LeaseBoard Of(string host, DesiredState desired, ContainerState live, ReconcileStatus status)
    {
        var claims = desired.Containers.Where(container => container.Host == host && LeaseHolder.Of(container) is not null)
            .OrderByDescending(container => container.Lease!.Priority).ThenBy(container => container.Name, StringComparer.Ordinal).ToList();
        var look = Find(host, live);
        var holding = claims.Where(container => look is not null && LeaseHolders.IsHeldBy(look, container, desired.Instance)).ToList();
        return new LeaseBoard(
            [.. holding.Select(container => new LeaseSeat(container, null))],
            [
                .. claims.Except(holding).Where(container => !container.IsStopped)
                    .Select(container => new LeaseSeat(container, status.Of(container.Id)?.Explanation ?? "It is looked at soon.")),
            ],
            look is null ? [] : LeaseConflicts.Among(holding, look.Gpus.TotalOf));
    }

    /// <summary>Whether a container would fit if it were started now.</summary>
    public static LeaseVerdict VerdictFor(DesiredContainer container, DesiredState desired, ContainerState live, DateTimeOffset now)
    {
        var wanted = container with { IsStopped = false, IgnoresLease = false };
        if (wanted.Gpu is not { } gpu || Find(wanted.Host, live) is not { } look)
            return LeaseVerdict.Fitting;
        var holders = LeaseHolders.On(look, desired.Containers.Where(other => other.Host == wanted.Host), desired.Instance);
        var verdict = LeaseRules.Decide(wanted, holders, (int?)look.Gpus.TotalOf(gpu));
        if (!verdict.Fits || LeaseHolders.IsHeldBy(look, wanted, desired.Instance))
            return verdict;
        var gate = MemoryGate.Decide(wanted, look.Gpus, look.ReleasedAt, now);
        return gate.Goes ? verdict : new LeaseVerdict(gate.Why, [], []);
    }

    private static LiveHost? Find(string host, ContainerState live) => live.Hosts.FirstOrDefault(candidate => candidate.Name == host && candidate.Fault is null);
}
