using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster;

public sealed class DisplayVectorTests
{
    private static readonly DateTimeOffset _now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [SharedDataFact]
    public void Pod_EveryVectorOfKubectl_HasItsCells() =>
        PrinterVectors.Check(PrinterVectors.Read(ResourceTypes.Pods, "TestPrintPod", "TestPrintPodWithRestartableInitContainer", "TestPrintPodwide"), 33, (pod, wide) =>
        {
            var cells = PodDisplay.Cells(pod);
            string[] narrow = [pod.Metadata.Name, cells.ReadyText, cells.Status, cells.RestartsText(_now), Age(pod)];
            return wide ? [.. narrow, PodDisplay.Ip(pod), PodDisplay.Node(pod), PodDisplay.NominatedNode(pod), PodDisplay.ReadinessGates(pod)] : narrow;
        });

    [SharedDataFact]
    public void Node_EveryVectorOfKubectl_HasItsCells() =>
        PrinterVectors.Check(
            PrinterVectors.Read(
                ResourceTypes.Nodes, "TestPrintNodeStatus", "TestPrintNodeRole", "TestPrintNodeArch", "TestPrintNodeExternalIP", "TestPrintNodeInternalIP",
                "TestPrintNodeOSImage", "TestPrintNodeKernelVersion", "TestPrintNodeContainerRuntimeVersion"),
            27,
            (node, wide) =>
            {
                string[] narrow = [node.Metadata.Name, NodeDisplay.Status(node), NodeDisplay.Roles(node), Age(node), node.Status.NodeInfo.KubeletVersion];
                return wide
                    ? [.. narrow, NodeDisplay.InternalIp(node), NodeDisplay.ExternalIp(node), NodeDisplay.OsImage(node), NodeDisplay.Kernel(node), NodeDisplay.Runtime(node)]
                    : narrow;
            });

    [SharedDataFact]
    public void Service_EveryVectorOfKubectl_HasItsCells() =>
        PrinterVectors.Check(PrinterVectors.Read(ResourceTypes.Services, "TestPrintService", "TestPrintServiceLoadBalancer"), 13, (service, wide) =>
        {
            string[] narrow = [service.Metadata.Name, service.Spec.Type, ServiceDisplay.ClusterIp(service), ServiceDisplay.ExternalIp(service, wide), ServiceDisplay.Ports(service), Age(service)];
            return wide ? [.. narrow, ServiceDisplay.Selector(service)] : narrow;
        });

    [SharedDataFact]
    public void Job_EveryVectorOfKubectl_HasItsCells() =>
        PrinterVectors.Check(PrinterVectors.Read(ResourceTypes.Jobs, "TestPrintJob"), 11, (job, _) =>
            [job.Metadata.Name, JobDisplay.Status(job), JobDisplay.Completions(job), JobDisplay.Duration(job, _now), Age(job)]);

    [SharedDataFact]
    public void Claim_EveryVectorOfKubectl_HasItsCells() =>
        PrinterVectors.Check(PrinterVectors.Read(ResourceTypes.PersistentVolumeClaims, "TestPrintPersistentVolumeClaim"), 6, (claim, _) =>
            [claim.Metadata.Name, ClaimDisplay.Status(claim), claim.Spec.VolumeName, Gibibytes(ClaimDisplay.Capacity(claim)), ClaimDisplay.AccessModes(claim), ClaimDisplay.StorageClass(claim)]);

    [SharedDataFact]
    public void Event_EveryVectorOfKubectl_HasItsCells() =>
        PrinterVectors.Check(PrinterVectors.Read(ResourceTypes.Events, "TestPrintEvent"), 8, (happened, wide) =>
        {
            string[] narrow = [HumanDuration.Age(happened.LastSeen(), _now), happened.Type, happened.Reason, EventDisplay.Object(happened)];
            return wide
                ? [.. narrow, happened.InvolvedObject?.FieldPath ?? "", EventDisplay.Source(happened), happened.Message, HumanDuration.Age(happened.FirstSeen(), _now), $"{happened.Times()}", happened.Metadata.Name]
                : [.. narrow, happened.Message];
        });

    [SharedDataFact]
    public void Deployment_EveryVectorOfKubectl_HasItsCells() =>
        PrinterVectors.Check(PrinterVectors.Read(ResourceTypes.Deployments, "TestPrintDeployment"), 2, (deployment, _) =>
            [deployment.Metadata.Name, WorkloadDisplay.Ready(deployment), $"{deployment.Status.UpdatedReplicas}", $"{deployment.Status.AvailableReplicas}", Age(deployment)]);

    [SharedDataFact]
    public void StatefulSet_EveryVectorOfKubectl_HasItsCells() =>
        PrinterVectors.Check(PrinterVectors.Read(ResourceTypes.StatefulSets, "TestPrintStatefulSet"), 2, (set, _) =>
            [set.Metadata.Name, WorkloadDisplay.Ready(set), Age(set)]);

    [SharedDataFact]
    public void DaemonSet_EveryVectorOfKubectl_HasItsCells() =>
        PrinterVectors.Check(PrinterVectors.Read(ResourceTypes.DaemonSets, "TestPrintDaemonSet"), 2, (set, _) =>
            [
                set.Metadata.Name, $"{set.Status.DesiredNumberScheduled}", $"{set.Status.CurrentNumberScheduled}", $"{set.Status.NumberReady}",
                $"{set.Status.UpdatedNumberScheduled}", $"{set.Status.NumberAvailable}", WorkloadDisplay.NodeSelector(set), Age(set),
            ]);

    [SharedDataFact]
    public void Namespace_EveryVectorOfKubectl_HasItsCells() =>
        PrinterVectors.Check(PrinterVectors.Read(ResourceTypes.Namespaces, "TestPrintNamespace"), 2, (ns, _) =>
            [ns.Metadata.Name, ns.Status.Phase, Age(ns)]);

    private static string Age(IKubernetesObject item) => HumanDuration.Age(item.Metadata.CreationTimestamp, _now);

    private static string Gibibytes(Quantity? amount) => amount is { } bytes ? $"{bytes.Whole >> 30}Gi" : "";
}
