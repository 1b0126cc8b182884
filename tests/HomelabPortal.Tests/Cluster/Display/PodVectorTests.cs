using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Display.PrinterVectors;

namespace HomelabPortal.Tests.Cluster.Display;

public sealed class PodVectorTests
{
    [SharedDataFact]
    public void Pod_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.Pods, "TestPrintPod", "TestPrintPodWithRestartableInitContainer", "TestPrintPodwide"), 33, (pod, wide) =>
        {
            var cells = PodDisplay.Cells(pod);
            string[] narrow = [pod.Metadata.Name, cells.ReadyText, cells.Status, cells.RestartsText(Now), Age(pod)];
            return wide ? [.. narrow, PodDisplay.Ip(pod), PodDisplay.Node(pod), PodDisplay.NominatedNode(pod), PodDisplay.ReadinessGates(pod)] : narrow;
        });
}
