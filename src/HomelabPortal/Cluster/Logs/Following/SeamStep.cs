using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Following;

/// <param name="Lines">What is to be shown now, in order.</param>
internal readonly record struct SeamStep(SeamOutcome Outcome, IReadOnlyList<PodLogLine> Lines);
