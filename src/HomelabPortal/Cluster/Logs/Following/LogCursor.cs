using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>How far a viewer has come that was cut off from the portal itself.</summary>
/// <param name="Restarts">Which run of the container it was; null when the viewer cannot say.</param>
/// <param name="Time">Of the line it has last.</param>
/// <param name="Count">How many lines of exactly that time it has.</param>
internal sealed record LogCursor(int? Restarts, LogTime Time, int Count);
