using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Display.PrinterVectors;

namespace HomelabPortal.Tests.Cluster.Display;

public sealed class NodeVectorTests
{
    [SharedDataFact]
    public void Node_EveryVectorOfKubectl_HasItsCells() =>
        Check(
            Read(
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
}
