namespace HomelabPortal.Cluster.Shell;

/// <summary>A shell that is open, or being opened.</summary>
internal sealed record OpenShell(string AccountId);
