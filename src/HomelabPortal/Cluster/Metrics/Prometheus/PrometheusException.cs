using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.Metrics.Prometheus;

/// <summary>The Prometheus gave no good answer; the message is for a person and holds no secret.</summary>
internal sealed class PrometheusException(string message, Exception? cause = null) : Exception(message, cause), IExplainedFault;
