using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods.Api;

/// <summary>What a pod may do beyond its containers, or is kept from.</summary>
internal sealed record PodRightResource(HealthState State, string Word, string Sentence);
