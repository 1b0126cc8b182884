using HomelabPortal.Cluster.Display;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Display.PrinterVectors;

namespace HomelabPortal.Tests.Cluster.Display;

/// <summary>kubectl's own table tests of volumes, claims and classes, whole rows.</summary>
public sealed class StorageVectorTests
{
    [SharedDataFact]
    public void PersistentVolume_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.PersistentVolumes, "TestPrintPersistentVolume"), 7, (volume, _) =>
        [
            volume.Metadata.Name, Amount(PersistentVolumeDisplay.Capacity(volume)), PersistentVolumeDisplay.AccessModes(volume), volume.Spec.PersistentVolumeReclaimPolicy,
            PersistentVolumeDisplay.Status(volume), PersistentVolumeDisplay.Claim(volume), PersistentVolumeDisplay.StorageClass(volume),
            PersistentVolumeDisplay.AttributesClass(volume), volume.Status.Reason, Age(volume), PersistentVolumeDisplay.VolumeMode(volume),
        ]);

    [SharedDataFact]
    public void Claim_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.PersistentVolumeClaims, "TestPrintPersistentVolumeClaim"), 6, (claim, _) =>
        [
            claim.Metadata.Name, ClaimDisplay.Status(claim), claim.Spec.VolumeName, Amount(ClaimDisplay.Capacity(claim)), ClaimDisplay.AccessModes(claim),
            ClaimDisplay.StorageClass(claim), ClaimDisplay.AttributesClass(claim), Age(claim), ClaimDisplay.VolumeMode(claim),
        ]);

    [SharedDataFact]
    public void StorageClass_EveryVectorOfKubectl_HasItsCells() =>
        Check(Read(ResourceTypes.StorageClasses, "TestPrintStorageClass"), 3, (item, _) =>
        [
            StorageClassDisplay.Name(item), item.Provisioner, StorageClassDisplay.ReclaimPolicy(item), StorageClassDisplay.BindingMode(item),
            item.AllowVolumeExpansion ? "true" : "false", Age(item),
        ]);

    /// <summary>As the vectors write amounts.</summary>
    private static string Amount(Quantity? amount) => amount is { } bytes ? $"{bytes.Whole >> 30}Gi" : "";
}
