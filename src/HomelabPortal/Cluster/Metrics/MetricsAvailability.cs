namespace HomelabPortal.Cluster.Metrics;

/// <summary>Why there are no fresh figures, and what to do. It says which of three it is: not installed, not permitted, not working.</summary>
/// <param name="Title">What is missing.</param>
/// <param name="Next">The next step.</param>
public sealed record MetricsAvailability(string Title, string Next)
{
    private const string Install = "Install metrics-server. k3s brings it along: start its servers without --disable metrics-server, and it comes by itself.";

    private const string Mend = "The cluster has metrics-server, but it does not answer. Look at its pods in kube-system; after a restart it needs about a minute.";

    /// <summary>Null while figures come, and before the first look.</summary>
    public static MetricsAvailability? Of(ClusterState state) => state.Metrics.Status switch
    {
        { Phase: SourcePhase.Live } or { Phase: SourcePhase.Syncing, Fault: null } => null,
        { Phase: SourcePhase.NotInstalled } => new("This cluster does not measure CPU and memory", Install),
        { Phase: SourcePhase.Forbidden, MissingRule: { } rule } => new("The portal may not read what is used", $"Add this rule to its ClusterRole:\n{rule}"),
        // Whoever answers for nodes and not for their figures is not down; metrics-server behind it is.
        _ when state.Nodes.Status.Phase == SourcePhase.Live => new("Metrics are unavailable", Mend),
        _ => new("Metrics are unavailable", "The cluster does not answer. They come back with it."),
    };
}
