namespace HomelabPortal.Cluster.Health;

/// <summary>What somebody does next about a problem: a page that says more, or one that asks before it acts.</summary>
/// <param name="Text">The words of the button: "Logs", "Restart sonarr".</param>
/// <param name="IsAct">Something is changed once it is confirmed there.</param>
public sealed record ProblemStep(string Text, string Href, bool IsAct = false);
