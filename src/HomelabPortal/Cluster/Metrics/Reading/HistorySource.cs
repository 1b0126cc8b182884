namespace HomelabPortal.Cluster.Metrics.Reading;

/// <summary>Who measured what a chart shows.</summary>
internal enum HistorySource
{
    /// <summary>The portal, from metrics-server.</summary>
    Portal,

    Prometheus,
}
