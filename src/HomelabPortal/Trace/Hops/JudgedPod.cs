using HomelabPortal.Cluster.Health;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Trace.Hops;

/// <summary>A pod and how it is doing.</summary>
internal sealed record JudgedPod(Pod Pod, Verdict Verdict)
{
    public string Name => Pod.Metadata.Name;
    public string Href => ObjectHref.Of("Pod", Pod.Metadata.Namespace, Pod.Metadata.Name) ?? "/cluster/pods";

    /// <summary>It takes requests now; a pod that leaves takes none of the new ones.</summary>
    public bool Serves => Pod.Metadata.DeletionTimestamp is null && Pod.Status.Conditions.IsTrue("Ready") && Verdict.State is HealthState.Healthy or HealthState.Degraded;
}
