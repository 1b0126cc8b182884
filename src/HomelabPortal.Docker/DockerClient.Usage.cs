namespace HomelabPortal.Docker;

public sealed partial class DockerClient
{
    private static readonly ApiVersion PrunesByName = new(1, 42);

    /// <summary>
    /// Processes of a running container as the host's <c>ps</c> sees them (GET /containers/{id}/top).
    /// The columns are those of <paramref name="arguments"/>, such as <c>-eo pid</c>, which must have the PID among them.
    /// </summary>
    public Task<ContainerProcesses> TopAsync(string container, string arguments, CancellationToken cancellationToken) =>
        _transport.ReadAsync(
            new DockerCall(HttpMethod.Get, $"{Container(container)}/top?ps_args={Uri.EscapeDataString(arguments)}", $"list the processes of the container {container}"),
            DockerJson.Wire.ContainerProcesses, cancellationToken);

    /// <summary>What a container has used so far; null when it does not run. Answered at once: rates come from two samples.</summary>
    public async Task<ContainerSample?> SampleAsync(string container, CancellationToken cancellationToken)
    {
        using var stats = await _transport.ReadAsync(
            new DockerCall(HttpMethod.Get, $"{Container(container)}/stats?stream=false&one-shot=true", $"measure the container {container}"),
            DockerJson.Wire.JsonDocument, cancellationToken).ConfigureAwait(false);
        return SampleReader.Read(stats.RootElement);
    }

    /// <summary>Volumes of the host (GET /volumes).</summary>
    public async Task<IReadOnlyList<DockerVolume>> ListVolumesAsync(CancellationToken cancellationToken) =>
        (await _transport.ReadAsync(new DockerCall(HttpMethod.Get, "volumes", "list the volumes"), DockerJson.Wire.VolumeList, cancellationToken).ConfigureAwait(false)).Volumes ?? [];

    /// <summary>One volume; null when there is none.</summary>
    public Task<DockerVolume?> InspectVolumeAsync(string volume, CancellationToken cancellationToken) =>
        FindAsync(new DockerCall(HttpMethod.Get, Volume(volume), $"show the volume {volume}"), DockerJson.Wire.DockerVolume, cancellationToken);

    /// <summary>Removes a volume with its data. False when there was none. Throws <see cref="DockerErrorKind.WrongState"/> when a container has it.</summary>
    public Task<bool> RemoveVolumeAsync(string volume, CancellationToken cancellationToken) =>
        RemovedAsync(new DockerCall(HttpMethod.Delete, Volume(volume), $"remove the volume {volume}"), cancellationToken);

    /// <summary>
    /// Removes volumes that no container has: those without a name of their own, or all of them with their data.
    /// Daemons before API 1.42 know only the latter, so that the former throws <see cref="DockerErrorKind.VersionUnsupported"/> there and removes nothing.
    /// </summary>
    public async Task<VolumePrune> PruneVolumesAsync(bool onlyNameless, CancellationToken cancellationToken)
    {
        var tellsNamed = await _transport.SpeaksAsync(PrunesByName, cancellationToken).ConfigureAwait(false);
        if (onlyNameless && !tellsNamed)
            throw new DockerApiException(DockerErrorKind.VersionUnsupported, "This version of Docker cannot tell volumes with a name from those without when it removes unused ones. Remove them one by one.");
        var filters = tellsNamed && !onlyNameless ? "?" + Filters(("all", ["true"])).TrimStart('&') : "";
        return await _transport.ReadAsync(
            new DockerCall(HttpMethod.Post, $"volumes/prune{filters}", "remove unused volumes") { Timeout = TimeSpan.FromMinutes(10) },
            DockerJson.Wire.VolumePrune, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Networks of the host (GET /networks).</summary>
    public Task<IReadOnlyList<DockerNetwork>> ListNetworksAsync(CancellationToken cancellationToken) =>
        _transport.ReadAsync(new DockerCall(HttpMethod.Get, "networks", "list the networks"), DockerJson.Wire.IReadOnlyListDockerNetwork, cancellationToken);

    /// <summary>What takes how much of the disk (GET /system/df). The daemon walks through all volumes for it, which may take minutes.</summary>
    public Task<DiskUsage> DiskUsageAsync(CancellationToken cancellationToken) =>
        _transport.ReadAsync(
            new DockerCall(HttpMethod.Get, "system/df", "measure its disk") { Timeout = TimeSpan.FromMinutes(5) }, DockerJson.Wire.DiskUsage, cancellationToken);

    /// <summary>
    /// Puts files into a folder of a container that need not run (PUT /containers/{id}/archive). The folder must be there; what has the same name is replaced.
    /// A file system in memory takes them only while the container runs.
    /// </summary>
    public Task PutFilesAsync(string container, string folder, IReadOnlyList<ArchiveFile> files, CancellationToken cancellationToken) =>
        _transport.DoAsync(
            new DockerCall(HttpMethod.Put, $"{Container(container)}/archive?path={Uri.EscapeDataString(folder)}", $"put files into the container {container}")
            {
                Body = Archive.Pack(files, _time.GetUtcNow()),
                BodyType = "application/x-tar",
            },
            cancellationToken);

    private static string Volume(string volume) => $"volumes/{Segment(volume)}";
}
