using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Kubernetes;

/// <summary>
/// A client of one Kubernetes API server, following the API conventions of Kubernetes 1.20 to 1.36.
/// Every method throws <see cref="KubernetesApiException"/> when the server refuses or cannot be reached.
/// It is safe for any number of callers at once and keeps one pool of connections.
/// </summary>
public sealed partial class KubernetesClient : IDisposable
{
    private readonly ApiTransport _transport;
    private readonly VersionResolver _versions;
    private readonly ExecConnector _exec;

    public KubernetesClient(KubernetesConnection connection, TimeProvider time, ILogger? logger = null, KubernetesClientOptions? options = null)
        : this(connection, ConnectionHandler.Create(connection), time, logger, options)
    {
    }

    internal KubernetesClient(KubernetesConnection connection, HttpMessageHandler handler, TimeProvider time, ILogger? logger = null, KubernetesClientOptions? options = null)
    {
        options ??= new KubernetesClientOptions();
        Connection = connection;
        _transport = new ApiTransport(connection, handler, options, time);
        _exec = new ExecConnector(connection, handler, options, time);
        _versions = new VersionResolver(_transport, options.DiscoveryLifetime);
        if (logger is not null)
            Log.Created(logger, connection.Server, connection.Description);
    }

    public KubernetesConnection Connection { get; }

    /// <summary>The server's version (<c>GET /version</c>).</summary>
    public Task<ServerVersion> GetVersionAsync(CancellationToken cancellationToken = default) => _transport.CallAsync(
        new ApiRequest(HttpMethod.Get, "version", "read the server's version"),
        _transport.CallTimeout,
        (stream, cancel) => BodyReader.ReadAsync(stream, ApiJson.Default.ServerVersion, cancel),
        cancellationToken);

    /// <summary>Everything the server serves. Groups whose server is down are named with their fault.</summary>
    public Task<ApiDiscovery> DiscoverAsync(CancellationToken cancellationToken = default) => Discovery.DiscoverAsync(_transport, cancellationToken);

    /// <summary>The kind in the version this server serves. All methods here do this by themselves.</summary>
    public async ValueTask<ResourceType<T>> ResolveAsync<T>(ResourceType<T> type, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject
    {
        var version = await _versions.ResolveAsync(type, cancellationToken);
        return version == type.Version ? type : type.In(version);
    }

    /// <summary>All objects, page by page. A page token that expires on the way leads to one list without pages.</summary>
    public Task<ResourceList<T>> ListAsync<T>(ResourceType<T> type, ListOptions? options = null, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject =>
        WithVersionAsync(type, served => ListPager.ListAsync(_transport, (ResourceType<T>)served, options ?? new ListOptions(), cancellationToken), cancellationToken);

    /// <summary>One object, or null when there is none of that name. The namespace is null for cluster-scoped kinds.</summary>
    public async Task<T?> GetAsync<T>(ResourceType<T> type, string? ns, string name, CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject =>
        await GetOrNullAsync(type, ns, name, async (stream, cancel) => type.Decode((await BodyReader.BytesAsync(stream, cancel)).Span), cancellationToken);

    /// <summary>One object with every field, or null when there is none of that name.</summary>
    public Task<JsonObject?> GetRawAsync(ResourceType type, string? ns, string name, CancellationToken cancellationToken = default) =>
        GetOrNullAsync(type, ns, name, BodyReader.ReadObjectAsync, cancellationToken);

    /// <summary>
    /// Yields changes until the server ends the watch, which is normal: watch again from the last event's version.
    /// An error in the stream is thrown as <see cref="KubernetesApiException"/>; <see cref="KubernetesErrorKind.Expired"/> means list anew.
    /// </summary>
    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(ResourceType<T> type, WatchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where T : class, IKubernetesObject
    {
        var served = await ResolveAsync(type, cancellationToken);
        await foreach (var change in WatchStream.ReadAsync(_transport, served, options, cancellationToken))
            yield return change;
    }

    /// <summary>
    /// Server-side apply: makes the object have these fields, owned by the manager, creating it when absent.
    /// Fields the manager applied before and leaves out now are removed unless another manager owns them too.
    /// The manifest needs metadata.name (and namespace); apiVersion and kind are set to what the server serves.
    /// A conflict with other managers is <see cref="KubernetesErrorKind.Conflict"/> with <see cref="KubernetesApiException.FieldConflicts"/>.
    /// </summary>
    public Task<JsonObject> ApplyAsync(ResourceType type, JsonObject manifest, ApplyOptions options, CancellationToken cancellationToken = default) =>
        WithVersionAsync(type, served => Manifest.ApplyAsync(_transport, served, manifest, options, cancellationToken), cancellationToken);

    /// <inheritdoc cref="MergePatchAsync(ResourceType, string?, string, JsonNode, PatchOptions, CancellationToken)"/>
    public Task<JsonObject> MergePatchAsync(ResourceType type, string? ns, string name, JsonNode patch, CancellationToken cancellationToken = default) =>
        MergePatchAsync(type, ns, name, patch, new PatchOptions(), cancellationToken);

    /// <summary>JSON merge patch (RFC 7386): objects are merged, null removes, lists are replaced whole.</summary>
    public Task<JsonObject> MergePatchAsync(ResourceType type, string? ns, string name, JsonNode patch, PatchOptions options, CancellationToken cancellationToken = default) =>
        WithVersionAsync(
            type,
            served =>
            {
                var request = new ApiRequest(HttpMethod.Patch, served.ObjectPath(ns, name, options.Subresource) + Query(options), $"patch {Describe(served, ns, name)}")
                {
                    Content = Json(patch, "application/merge-patch+json"),
                };
                return _transport.CallAsync(request, _transport.CallTimeout, BodyReader.ReadObjectAsync, cancellationToken);
            },
            cancellationToken);

    /// <summary>Deletes one object; false when it was gone already. True means accepted: finalizers may still hold it.</summary>
    public Task<bool> DeleteAsync(ResourceType type, string? ns, string name, DeletePreconditions preconditions, CancellationToken cancellationToken = default) =>
        WithVersionAsync(
            type,
            async served =>
            {
                var request = new ApiRequest(HttpMethod.Delete, served.ObjectPath(ns, name), $"delete {Describe(served, ns, name)}")
                {
                    Content = Json(Manifest.DeleteOptions(preconditions), "application/json"),
                };
                try
                {
                    await _transport.CallAsync(request, _transport.CallTimeout, BodyReader.BytesAsync, cancellationToken);
                    return true;
                }
                catch (KubernetesApiException exception) when (exception.Kind == KubernetesErrorKind.NotFound)
                {
                    return false;
                }
            },
            cancellationToken);

    public void Dispose() => _transport.Dispose();

    internal static string Describe(ResourceType type, string? ns, string name) =>
        type.IsNamespaced ? $"{type.Kind} {ns}/{name}" : $"{type.Kind} {name}";

    internal static ByteArrayContent Json(JsonNode node, string mediaType)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(node.ToJsonString()));
        content.Headers.ContentType = new MediaTypeHeaderValue(mediaType);
        return content;
    }

    private Task<TResult?> GetOrNullAsync<TResult>(ResourceType type, string? ns, string name, Func<Stream, CancellationToken, Task<TResult>> read, CancellationToken cancellationToken)
        where TResult : class =>
        WithVersionAsync(
            type,
            async served =>
            {
                var request = new ApiRequest(HttpMethod.Get, served.ObjectPath(ns, name), $"read {Describe(served, ns, name)}");
                try
                {
                    return await _transport.CallAsync(request, _transport.CallTimeout, read, cancellationToken);
                }
                catch (KubernetesApiException exception) when (exception.Kind == KubernetesErrorKind.NotFound)
                {
                    return null;
                }
            },
            cancellationToken);

    private async Task<TResult> WithVersionAsync<TResult>(ResourceType type, Func<ResourceType, Task<TResult>> call, CancellationToken cancellationToken)
    {
        var version = await _versions.ResolveAsync(type, cancellationToken);
        try
        {
            return await call(version == type.Version ? type : type.In(version));
        }
        catch (KubernetesApiException exception) when (exception.Kind == KubernetesErrorKind.NotInstalled)
        {
            // The server may have been upgraded: look again next time.
            _versions.Forget(type);
            throw;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Debug, Message = "Talking to the Kubernetes API at {Server} ({Description})")]
        public static partial void Created(ILogger logger, Uri server, string description);
    }
}
