namespace HomelabPortal.Cluster.Workloads;

/// <summary>One kind of workload.</summary>
/// <param name="Name">As in manifests: "Deployment".</param>
/// <param name="Plural">As in addresses: "deployments".</param>
/// <param name="Title">As people read it: "Deployments".</param>
/// <param name="Status">How fresh the kind is.</param>
public sealed record WorkloadKind(string Name, string Plural, string Title, Func<ClusterState, SourceStatus> Status);
