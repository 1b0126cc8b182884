namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>Why a log is not sent.</summary>
internal sealed record LogRefusal(int Status, string Why);
