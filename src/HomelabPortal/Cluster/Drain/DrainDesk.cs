using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Acts.Jobs;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Storage;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Cluster.Drain;

/// <summary>Where pages and programs ask what a drain would do, and for one.</summary>
internal sealed class DrainDesk(NodeDrainer drainer, AuthorityCheck authority, ActJobs jobs, Live<ClusterState> live, Live<ApiAddressState> address, IOptions<PortalOptions> portal)
{
    /// <summary>Pods may take minutes to end, and budgets open slowly; past this a drain is stuck.</summary>
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(30);

    public DrainPlan Plan(string node, DrainChoices choices) => DrainPlanner.Plan(live.Current.Value, node, Facts(address.Current.Value), choices);

    /// <summary>One drain at a time: two at once could take both halves of what a budget protects.</summary>
    /// <param name="along">Stored together with the record that the drain has begun.</param>
    public async Task<ActJobStart> StartAsync(string node, DrainChoices choices, Actor actor, Func<string, Func<PortalDbContext, CancellationToken, Task>?>? along = null)
    {
        // Who may not do it learns that first, and leaves the trace of it, whatever the plan says.
        if (authority.WhyNot(actor, Act.DrainNode) is null && Plan(node, choices).Refusal is { } refusal)
            return ActJobStart.Not(refusal);
        var request = new ActJobRequest(Act.DrainNode, WordsOf(node)) { Subject = $"/cluster/nodes/{node}/drain", Key = "drain", Along = along };
        return await jobs.StartAsync(request, actor, (progress, stop) => RunAsync(node, choices, progress, stop));
    }

    public static string WordsOf(string node) => $"Drain {node}";

    private async Task RunAsync(string node, DrainChoices choices, ActJobProgress progress, CancellationToken cancellationToken)
    {
        var evicting = $"Evict the pods of {node}";
        progress.Plan($"Cordon {node}", evicting);
        progress.Begin($"Cordon {node}");
        await drainer.DrainAsync(
            node, choices, portal.Value.Pod, _limit,
            report =>
            {
                progress.Begin(evicting, report.Words);
                if (report.Left == 0)
                    progress.Conclude($"{node} is drained: {report.Words} It stays cordoned until somebody uncordons it.");
            },
            cancellationToken);
    }

    private DrainFacts Facts(ApiAddressState api) => new(portal.Value.Pod, api.Lease?.Holder, api.LeaseStatus.IsKnown);
}
