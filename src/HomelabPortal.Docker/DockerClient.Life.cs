using System.Text.Json;

namespace HomelabPortal.Docker;

public sealed partial class DockerClient
{
    // A container may have a longer grace of its own, which the daemon keeps to when none is given.
    private static readonly TimeSpan UnknownGrace = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    /// <summary>
    /// Creates a container without starting it (POST /containers/create).
    /// Throws <see cref="DockerErrorKind.ImageMissing"/>, <see cref="DockerErrorKind.NameConflict"/> or <see cref="DockerErrorKind.InvalidRequest"/>.
    /// The daemon ignores what it does not know and checks devices only at the start.
    /// </summary>
    public Task<CreatedContainer> CreateAsync(string? name, ContainerSpec spec, CancellationToken cancellationToken)
    {
        var query = name is null ? "" : $"?name={Uri.EscapeDataString(name)}";
        return _transport.ReadAsync(
            new DockerCall(HttpMethod.Post, $"containers/create{query}", $"create the container {name ?? "without a name"}")
            {
                Operation = DockerOperation.Create,
                Body = JsonSerializer.SerializeToUtf8Bytes(spec, DockerJson.Wire.ContainerSpec),
            },
            DockerJson.Wire.CreatedContainer, cancellationToken);
    }

    /// <summary>
    /// Starts a container. When its command, ports, devices or limits do not allow it, throws <see cref="DockerErrorKind.PortInUse"/>,
    /// <see cref="DockerErrorKind.CommandNotFound"/>, one of the GPU kinds, or else <see cref="DockerErrorKind.StartFailed"/>, and the container stays as created.
    /// </summary>
    public async Task<StartResult> StartAsync(string container, CancellationToken cancellationToken)
    {
        var call = new DockerCall(HttpMethod.Post, $"{Container(container)}/start", $"start the container {container}")
        {
            Operation = DockerOperation.Start,
            // Devices and volume plugins may take their time.
            Timeout = TimeSpan.FromMinutes(2),
        };
        return await _transport.DoAsync(call, cancellationToken).ConfigureAwait(false) == 304 ? StartResult.AlreadyRunning : StartResult.Started;
    }

    /// <summary>Stops a container: asks it to end, and kills it after the grace (whole seconds; null for the container's own).</summary>
    public async Task<StopResult> StopAsync(string container, TimeSpan? grace, CancellationToken cancellationToken)
    {
        var call = new DockerCall(HttpMethod.Post, $"{Container(container)}/stop{Grace(grace)}", $"stop the container {container}")
        {
            Timeout = (grace ?? UnknownGrace) + Slack,
        };
        return await _transport.DoAsync(call, cancellationToken).ConfigureAwait(false) == 304 ? StopResult.AlreadyStopped : StopResult.Stopped;
    }

    /// <summary>Stops a container, if it runs, and starts it; the grace is that of <see cref="StopAsync"/>.</summary>
    public Task RestartAsync(string container, TimeSpan? grace, CancellationToken cancellationToken) =>
        _transport.DoAsync(
            new DockerCall(HttpMethod.Post, $"{Container(container)}/restart{Grace(grace)}", $"restart the container {container}")
            {
                Operation = DockerOperation.Start,
                Timeout = (grace ?? UnknownGrace) + Slack,
            },
            cancellationToken);

    /// <summary>Sends a signal to a container's program. Throws <see cref="DockerErrorKind.WrongState"/> when it does not run.</summary>
    public Task KillAsync(string container, string signal, CancellationToken cancellationToken) =>
        _transport.DoAsync(
            new DockerCall(HttpMethod.Post, $"{Container(container)}/kill?signal={Uri.EscapeDataString(signal)}", $"send {signal} to the container {container}"), cancellationToken);

    /// <summary>Freezes a running container.</summary>
    public Task PauseAsync(string container, CancellationToken cancellationToken) =>
        _transport.DoAsync(new DockerCall(HttpMethod.Post, $"{Container(container)}/pause", $"pause the container {container}"), cancellationToken);

    /// <summary>Lets a frozen container go on.</summary>
    public Task UnpauseAsync(string container, CancellationToken cancellationToken) =>
        _transport.DoAsync(new DockerCall(HttpMethod.Post, $"{Container(container)}/unpause", $"let the container {container} go on"), cancellationToken);

    /// <summary>Gives a container another name. Throws <see cref="DockerErrorKind.NameConflict"/> when another container has it.</summary>
    public Task RenameAsync(string container, string name, CancellationToken cancellationToken) =>
        _transport.DoAsync(
            new DockerCall(HttpMethod.Post, $"{Container(container)}/rename?name={Uri.EscapeDataString(name)}", $"rename the container {container} to {name}")
            {
                Operation = DockerOperation.Rename,
            },
            cancellationToken);

    /// <summary>
    /// Changes what can be changed of a container, running or not; returns what the daemon warns of.
    /// On some hosts an update takes the GPU away from a running container: do not use it there.
    /// </summary>
    public async Task<IReadOnlyList<string>> UpdateAsync(string container, ContainerUpdate update, CancellationToken cancellationToken)
    {
        var call = new DockerCall(HttpMethod.Post, $"{Container(container)}/update", $"update the container {container}")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(update, DockerJson.Wire.ContainerUpdate),
        };
        return (await _transport.ReadAsync(call, DockerJson.Wire.UpdatedContainer, cancellationToken).ConfigureAwait(false)).Warnings ?? [];
    }

    /// <summary>Waits without limit until a container ends or is removed, and tells how it ended.</summary>
    public Task<ContainerExit> WaitAsync(string container, WaitCondition condition, CancellationToken cancellationToken)
    {
        var word = condition switch
        {
            WaitCondition.NextExit => "next-exit",
            WaitCondition.Removed => "removed",
            _ => "not-running",
        };
        return _transport.ReadAsync(
            new DockerCall(HttpMethod.Post, $"{Container(container)}/wait?condition={word}", $"wait for the container {container}") { Timeout = Timeout.InfiniteTimeSpan },
            DockerJson.Wire.ContainerExit, cancellationToken);
    }

    /// <summary>Removes a container and keeps its volumes. False when there was none. Throws <see cref="DockerErrorKind.WrongState"/> when it runs and force is not given.</summary>
    public Task<bool> RemoveAsync(string container, bool force, CancellationToken cancellationToken) =>
        RemoveAsync(container, force, withAnonymousVolumes: false, cancellationToken);

    /// <summary>Removes a container, and with it, if wanted, the volumes that have no name; those with a name always stay.</summary>
    public Task<bool> RemoveAsync(string container, bool force, bool withAnonymousVolumes, CancellationToken cancellationToken) =>
        RemovedAsync(
            new DockerCall(
                HttpMethod.Delete, $"{Container(container)}?force={(force ? "true" : "false")}{(withAnonymousVolumes ? "&v=true" : "")}", $"remove the container {container}"),
            cancellationToken);

    private async Task<bool> RemovedAsync(DockerCall call, CancellationToken cancellationToken)
    {
        try
        {
            await _transport.DoAsync(call, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DockerApiException e) when (e.Kind == DockerErrorKind.NotFound)
        {
            return false;
        }
    }

    private static string Grace(TimeSpan? grace) => grace is { } given ? $"?t={Math.Max(0, (int)Math.Ceiling(given.TotalSeconds))}" : "";
}
