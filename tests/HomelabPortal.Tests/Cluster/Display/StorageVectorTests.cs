using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Display.PrinterVectors;

namespace HomelabPortal.Tests.Cluster.Display;

public sealed class StorageVectorTests
{
    [SharedDataFact]
    public void Claim_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.PersistentVolumeClaims, "TestPrintPersistentVolumeClaim"), 6, (claim, _) =>
            [claim.Metadata.Name, ClaimDisplay.Status(claim), claim.Spec.VolumeName, Gibibytes(ClaimDisplay.Capacity(claim)), ClaimDisplay.AccessModes(claim), ClaimDisplay.StorageClass(claim)]);

    private static string Gibibytes(Quantity? amount) => amount is { } bytes ? $"{bytes.Whole >> 30}Gi" : "";
}
