using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
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
    private readonly DockerTransport _transport;
    private readonly TimeProvider _time;

    /// <summary>Creates a client and reads the certificate files. Throws <see cref="DockerErrorKind.BadConnection"/> when they cannot be used.</summary>
    public DockerClient(DockerConnection connection, TimeProvider time, ILogger? logger = null)
        : this(connection, time, logger, null)
    {
    }

    internal DockerClient(DockerConnection connection, TimeProvider time, ILogger? logger, HttpMessageHandler? handler) =>
        (_transport, _time) = (new DockerTransport(connection, time, logger, handler), time);

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
    public Task<ContainerDetails?> InspectContainerAsync(string container, CancellationToken cancellationToken) =>
        FindAsync(new DockerCall(HttpMethod.Get, $"{Container(container)}/json", $"show the container {container}"), DockerJson.Wire.ContainerDetails, cancellationToken);

    /// <summary>As <see cref="InspectContainerAsync"/>, with everything that the daemon says. Much of it may be secret.</summary>
    public async Task<ContainerDocument?> DescribeContainerAsync(string container, CancellationToken cancellationToken)
    {
        using var document = await FindAsync(
            new DockerCall(HttpMethod.Get, $"{Container(container)}/json", $"show the container {container}"), DockerJson.Wire.JsonDocument, cancellationToken).ConfigureAwait(false);
        if (document is null)
            return null;
        try
        {
            return document.Deserialize(DockerJson.Wire.ContainerDetails) is { } details ? new ContainerDocument(details, document.RootElement.Clone()) : null;
        }
        catch (JsonException fault)
        {
            throw new DockerApiException(DockerErrorKind.InvalidAnswer, $"The description of the container {container} is not what the API describes.", fault);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private async Task<T?> FindAsync<T>(DockerCall call, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await _transport.ReadAsync(call, type, cancellationToken).ConfigureAwait(false);
        }
        catch (DockerApiException e) when (e.Kind == DockerErrorKind.NotFound)
        {
            return null;
        }
    }

    private static string Container(string container)
    {
        // A leading slash, as in names the daemon gives, would lead to a redirect.
        return $"containers/{Segment(container?.TrimStart('/'))}";
    }

    // Dots alone are not escaped, and lead up in a path.
    private static string Segment(string? name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return name is "." or ".." ? throw new ArgumentException($"\"{name}\" is not a name.", nameof(name)) : Uri.EscapeDataString(name);
    }

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
