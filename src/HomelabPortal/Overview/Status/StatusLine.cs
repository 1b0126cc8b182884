using HomelabPortal.Cluster.Health;
using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Overview.Status;

/// <summary>One line of the status page.</summary>
/// <param name="Text">One sentence; empty when the title says all.</param>
/// <param name="Href">The page that says more.</param>
public sealed record StatusLine(HealthState State, string Title, string Text, string Href)
{
    /// <summary>What to do next. An act is confirmed on its page.</summary>
    public ValueList<ProblemStep> Steps { get; init; } = [];
}
