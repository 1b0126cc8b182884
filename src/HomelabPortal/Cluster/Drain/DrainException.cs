using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Drain;

/// <summary>Why a drain stopped, for the person who began it. The node stays cordoned.</summary>
internal sealed class DrainException(string message) : Exception(message), IExplainedFault;
