using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Pods;

/// <summary>One thing about a pod's rights that its owner should know.</summary>
/// <param name="State">Degraded for rights over the node, off for what is usual, healthy for a restraint.</param>
public sealed record SecurityNote(HealthState State, string Word, string Sentence);
