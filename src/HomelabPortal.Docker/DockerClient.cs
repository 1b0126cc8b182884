using System.Text.Json;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Docker;

/// <summary>
/// Client of the Docker Engine API (https://docs.docker.com/reference/api/engine/), versions 1.41 to 1.51.
/// The version is agreed on with the daemon at the first call.
/// Calls throw <see cref="DockerApiException"/> or, when the caller cancels, <see cref="OperationCanceledException"/>; nothing else.
/// No call is ever repeated. Safe for concurrent use; use one client per host.
/// </summary>
public sealed partial class DockerClient : IDisposable
{
    // A container may have a longer grace of its own, which the daemon keeps to when none is given.
    private static readonly TimeSpan UnknownGrace = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(30);

    private readonly DockerTransport _transport;

    /// <summary>Creates a client and reads the certificate files. Throws <see cref="DockerErrorKind.BadConnection"/> when they cannot be used.</summary>
    public DockerClient(DockerConnection connection, TimeProvider time, ILogger? logger = null)
        : this(connection, time, logger, null)
    {
    }

    internal DockerClient(DockerConnection connection, TimeProvider time, ILogger? logger, HttpMessageHandler? handler) =>
        _transport = new DockerTransport(connection, time, logger, handler);

    /// <summary>Asks whether the daemon is there, and agrees on the API version anew (HEAD or GET /_ping).</summary>
    public Task<DockerPing> PingAsync(CancellationToken cancellationToken) => _transport.PingAsync(cancellationToken);

    /// <summary>Versions of the daemon (GET /version).</summary>
    public Task<DockerVersion> VersionAsync(CancellationToken cancellationToken) =>
        _transport.ReadAsync(new DockerCall(HttpMethod.Get, "version", "tell its version"), DockerJson.Wire.DockerVersion, cancellationToken);

    /// <summary>Facts about the host (GET /info).</summary>
    public Task<DockerInfo> InfoAsync(CancellationToken cancellationToken) =>
        _transport.ReadAsync(new DockerCall(HttpMethod.Get, "info", "describe the host"), DockerJson.Wire.DockerInfo, cancellationToken);

    /// <summary>Containers, by default in every state (GET /containers/json).</summary>
    public Task<IReadOnlyList<ContainerSummary>> ListContainersAsync(ContainerFilter? filter, CancellationToken cancellationToken)
    {
        filter ??= new ContainerFilter();
        var filters = Filters(("label", filter.Labels), ("status", filter.States), ("name", filter.Names));
        return _transport.ReadAsync(
            new DockerCall(HttpMethod.Get, $"containers/json?all={(filter.All ? "true" : "false")}{filters}", "list the containers"),
            DockerJson.Wire.IReadOnlyListContainerSummary, cancellationToken);
    }

    /// <summary>Everything about one container by ID or name; null when there is none (GET /containers/{id}/json).</summary>
    public async Task<ContainerDetails?> InspectContainerAsync(string container, CancellationToken cancellationToken)
    {
        try
        {
            var call = new DockerCall(HttpMethod.Get, $"{Container(container)}/json", $"show the container {container}");
            return await _transport.ReadAsync(call, DockerJson.Wire.ContainerDetails, cancellationToken).ConfigureAwait(false);
        }
        catch (DockerApiException e) when (e.Kind == DockerErrorKind.NotFound)
        {
            return null;
        }
    }

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

    /// <summary>Starts a container. Throws <see cref="DockerErrorKind.StartFailed"/> when its command, ports, devices or limits do not allow it.</summary>
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

    /// <summary>Removes a container. False when there was none. Throws <see cref="DockerErrorKind.WrongState"/> when it runs and force is not given.</summary>
    public async Task<bool> RemoveAsync(string container, bool force, CancellationToken cancellationToken)
    {
        try
        {
            var call = new DockerCall(HttpMethod.Delete, $"{Container(container)}?force={(force ? "true" : "false")}", $"remove the container {container}");
            await _transport.DoAsync(call, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DockerApiException e) when (e.Kind == DockerErrorKind.NotFound)
        {
            return false;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private static string Container(string container)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(container);
        // A leading slash, as in names the daemon gives, would lead to a redirect.
        return $"containers/{Uri.EscapeDataString(container.TrimStart('/'))}";
    }

    private static string Grace(TimeSpan? grace) => grace is { } given ? $"?t={Math.Max(0, (int)Math.Ceiling(given.TotalSeconds))}" : "";

    private static string Filters(params ReadOnlySpan<(string Kind, IReadOnlyList<string> Values)> filters)
    {
        var map = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (kind, values) in filters)
        {
            if (values.Count > 0)
                map.Add(kind, values);
        }
        return map.Count == 0 ? "" : "&filters=" + Uri.EscapeDataString(JsonSerializer.Serialize(map, DockerJson.Wire.DictionaryStringIReadOnlyListString));
    }
}
