using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Display;

/// <summary>Says of a disruption budget what <c>kubectl get poddisruptionbudgets</c> says (Kubernetes <c>printPodDisruptionBudget</c>).</summary>
internal static class BudgetDisplay
{
    public static string MinAvailable(PodDisruptionBudget budget) => budget.Spec.MinAvailable?.ToString() ?? "N/A";

    public static string MaxUnavailable(PodDisruptionBudget budget) => budget.Spec.MaxUnavailable?.ToString() ?? "N/A";
}
