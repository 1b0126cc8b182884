using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Display.PrinterVectors;

namespace HomelabPortal.Tests.Cluster.Display;

public sealed class WorkloadVectorTests
{
    [SharedDataFact]
    public void Deployment_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.Deployments, "TestPrintDeployment"), 2, (deployment, wide) =>
        {
            string[] narrow = [deployment.Metadata.Name, WorkloadDisplay.Ready(deployment), $"{deployment.Status.UpdatedReplicas}", $"{deployment.Status.AvailableReplicas}", Age(deployment)];
            return wide ? [.. narrow, .. Wide(deployment.Spec.Template, deployment.Spec.Selector)] : narrow;
        });

    [SharedDataFact]
    public void StatefulSet_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.StatefulSets, "TestPrintStatefulSet"), 2, (set, wide) =>
        {
            string[] narrow = [set.Metadata.Name, WorkloadDisplay.Ready(set), Age(set)];
            return wide ? [.. narrow, WorkloadDisplay.Containers(set.Spec.Template), WorkloadDisplay.Images(set.Spec.Template)] : narrow;
        });

    [SharedDataFact]
    public void DaemonSet_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.DaemonSets, "TestPrintDaemonSet"), 2, (set, wide) =>
        {
            string[] narrow =
            [
                set.Metadata.Name, $"{set.Status.DesiredNumberScheduled}", $"{set.Status.CurrentNumberScheduled}", $"{set.Status.NumberReady}",
                $"{set.Status.UpdatedNumberScheduled}", $"{set.Status.NumberAvailable}", WorkloadDisplay.NodeSelector(set), Age(set),
            ];
            return wide ? [.. narrow, .. Wide(set.Spec.Template, set.Spec.Selector)] : narrow;
        });

    [SharedDataFact]
    public void ReplicaSet_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.ReplicaSets, "TestPrintReplicaSet"), 2, (set, wide) =>
        {
            string[] narrow = [set.Metadata.Name, $"{WorkloadDisplay.Desired(set)}", $"{set.Status.Replicas}", $"{set.Status.ReadyReplicas}", Age(set)];
            return wide ? [.. narrow, .. Wide(set.Spec.Template, set.Spec.Selector)] : narrow;
        });

    [SharedDataFact]
    public void Job_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.Jobs, "TestPrintJob"), 11, (job, _) =>
            [job.Metadata.Name, JobDisplay.Status(job), JobDisplay.Completions(job), JobDisplay.Duration(job, Now), Age(job)]);

    [SharedDataFact]
    public void CronJob_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.CronJobs, "TestPrintCronJob"), 5, (cron, wide) =>
        {
            string[] narrow =
            [
                cron.Metadata.Name, cron.Spec.Schedule, CronJobDisplay.TimeZone(cron), cron.Spec.Suspend ? "True" : "False",
                $"{cron.Status.Active.Count}", CronJobDisplay.LastSchedule(cron, Now), Age(cron),
            ];
            return wide ? [.. narrow, .. Wide(cron.Spec.JobTemplate.Spec.Template, cron.Spec.JobTemplate.Spec.Selector)] : narrow;
        });

    [SharedDataFact]
    public void DisruptionBudget_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.PodDisruptionBudgets, "TestPrintPodDisruptionBudget"), 2, (budget, _) =>
            [budget.Metadata.Name, BudgetDisplay.MinAvailable(budget), BudgetDisplay.MaxUnavailable(budget), $"{budget.Status.DisruptionsAllowed}", Age(budget)]);

    [SharedDataFact]
    public void Namespace_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.Namespaces, "TestPrintNamespace"), 2, (ns, _) =>
            [ns.Metadata.Name, ns.Status.Phase, Age(ns)]);

    private static string[] Wide(PodTemplate template, LabelSelector selector) =>
        [WorkloadDisplay.Containers(template), WorkloadDisplay.Images(template), WorkloadDisplay.Selector(selector)];
}
