using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Facts;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Namespaces.Isolation;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Workloads.Overview;

/// <summary>What else in the namespace concerns a workload's pods.</summary>
internal static class Related
{
    public static IReadOnlyList<Fact> Of(Workload workload, ClusterState state)
    {
        var (ns, labels) = (workload.Metadata.Namespace, workload.Template.Metadata.Labels);
        var serves = workload.Kind.Name is not ("Job" or "CronJob");
        return Fact.List(
            serves ? Line("Services", state.Services, item => item.Spec.Selector.Count > 0 && item.Spec.Selector.All(label => labels.GetValueOrDefault(label.Key) == label.Value), item => new FactPart($"{item.Metadata.Name} ({ServiceDisplay.Ports(item)})", ObjectHref.Of("Service", ns, item.Metadata.Name)), "none sends it traffic") : null,
            Claims(workload),
            serves ? Line("Disruption budget", state.DisruptionBudgets, item => item.Spec.Selector.Matches(labels) && !item.Spec.Selector.IsEmpty(), Budget, "none: all its pods may be evicted at once") : null,
            Line("Network policies", state.NetworkPolicies, item => item.Spec.PodSelector.Matches(labels), item => new FactPart(item.Metadata.Name, $"{ObjectHref.Of("Namespace", "", ns)}#isolation", string.Join(" ", PolicyWords.Of(item, state))), "none: everybody may reach it"));

        Fact Line<T>(string label, ClusterKind<T> kind, Func<T, bool> concerns, Func<T, FactPart> part, string none)
            where T : class, IKubernetesObject => kind.Status.Phase switch
            {
                SourcePhase.Forbidden => new Fact(label, "the portal may not see them"),
                SourcePhase.Syncing => new Fact(label, "not known yet"),
                _ => Fact.IfAny(label, kind.All.Where(item => item.Metadata.Namespace == ns && concerns(item)).OrderBy(item => item.Metadata.Name, StringComparer.Ordinal).Select(part)) ?? new Fact(label, none),
            };
    }

    private static Fact Claims(Workload workload) =>
        Fact.IfAny("Claims", workload.Template.Spec.Volumes.Select(volume => volume.PersistentVolumeClaim?.ClaimName).OfType<string>().Select(claim => new FactPart(claim, ObjectHref.Of("PersistentVolumeClaim", workload.Metadata.Namespace, claim))))
        ?? new Fact("Claims", "none: it keeps nothing");

    private static FactPart Budget(PodDisruptionBudget budget)
    {
        var bound = budget.Spec.MinAvailable is not null ? $"keeps at least {BudgetDisplay.MinAvailable(budget)}" : $"lets at most {BudgetDisplay.MaxUnavailable(budget)} be missing";
        return new FactPart($"{budget.Metadata.Name} {bound}: {(budget.Status.DisruptionsAllowed > 0 ? $"{Spoken.Count(budget.Status.DisruptionsAllowed, "pod")} may go now" : "none may go now")}");
    }
}
