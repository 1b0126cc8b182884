namespace HomelabPortal.Cluster.Shell;

/// <summary>Opens shells in the containers of one system: the cluster, or a Docker host.</summary>
internal interface IShellOpener
{
    /// <returns>The shell, or how it ended before there was one.</returns>
    Task<(ShellStart? Start, ShellEnd? End)> StartAsync(ShellRequest request, CancellationToken cancellationToken);
}
