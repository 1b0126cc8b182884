using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Leases;

/// <summary>Pure: who holds the GPU of a host and who waits for it, the most important first, and what would become of another one.</summary>
internal sealed record LeaseBoard(ImmutableArray<LeaseSeat> Holding, ImmutableArray<LeaseSeat> Waiting)
{
    public static LeaseBoard Of(string host, DesiredState desired, ContainerState live, ReconcileStatus status)
    {
        var claims = desired.Containers.Where(container => container.Host == host && LeaseHolder.Of(container) is not null)
            .OrderByDescending(container => container.Lease!.Priority).ThenBy(container => container.Name, StringComparer.Ordinal).ToList();
        var look = live.Hosts.FirstOrDefault(candidate => candidate.Name == host);
        return new LeaseBoard(
            [.. claims.Where(container => Runs(container, look, desired.Instance)).Select(container => new LeaseSeat(container, null))],
            [
                .. claims.Where(container => !container.IsStopped && !Runs(container, look, desired.Instance))
                    .Select(container => new LeaseSeat(container, status.Of(container.Id)?.Explanation ?? "It is looked at soon.")),
            ]);
    }

    /// <summary>Whether a container would fit if it were started now.</summary>
    public static LeaseVerdict VerdictFor(DesiredContainer container, DesiredState desired, ContainerState live, DateTimeOffset now)
    {
        var wanted = container with { IsStopped = false, IgnoresLease = false };
        if (wanted.Gpu is not { } gpu || live.Hosts.FirstOrDefault(candidate => candidate.Name == wanted.Host) is not { Fault: null } look)
            return LeaseVerdict.Fitting;
        var running = desired.Containers.Where(other => other.Host == wanted.Host && other.Id != wanted.Id && Runs(other, look, desired.Instance)).Select(LeaseHolder.Of).OfType<LeaseHolder>();
        var verdict = LeaseRules.Decide(wanted, running, (int?)look.Gpus.TotalOf(gpu));
        if (!verdict.Fits || Runs(wanted, look, desired.Instance))
            return verdict;
        var gate = MemoryGate.Decide(wanted, look.Gpus, look.ReleasedAt, now);
        return gate.Goes ? verdict : new LeaseVerdict(gate.Why, [], []);
    }

    private static bool Runs(DesiredContainer container, LiveHost? look, string instance) =>
        look is { Fault: null } && look.Find(container.Name) is { IsRunning: true } there && there.IsMarkedFor(instance, container.Id);
}
