using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.ConformanceTests.Servers.Registry;

/// <summary>
/// A registry that only reads (https://distribution.github.io/distribution/spec/api), on loopback inside a daemon's network, where Docker takes it without TLS.
/// Layers come slowly, so that there is progress to see; one with credentials lets nobody in without.
/// </summary>
internal sealed class TinyRegistry : IAsyncDisposable
{
    private const int Piece = 64 << 10;
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(20);
    private readonly ConcurrentDictionary<string, PublishedImage> _images = new(StringComparer.Ordinal);
    private readonly WebApplication _app;
    private readonly string? _authorization;

    private TinyRegistry(WebApplication app, string host, string? authorization) => (_app, Host, _authorization) = (app, host, authorization);

    /// <summary>Address and port as the daemon sees them, the first part of an image's name.</summary>
    public string Host { get; }

    public static async Task<TinyRegistry> StartAsync(int daemon, (string User, string Password)? credentials)
    {
        var socket = await NetworkNamespace.MakeAsync(daemon, Listen);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(options => options.Listen(IPAddress.Loopback, 0)).UseSockets(options => options.CreateBoundListenSocket = _ => socket);
        var app = builder.Build();
        var registry = new TinyRegistry(
            app, socket.LocalEndPoint!.ToString()!,
            credentials is { } known ? "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{known.User}:{known.Password}")) : null);
        app.Run(registry.AnswerAsync);
        await app.StartAsync();
        return registry;
    }

    /// <summary>Puts an image under "repository:tag", instead of what was there.</summary>
    public void Publish(string name, PublishedImage image) => _images[name] = image;

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static Socket Listen()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return socket;
    }

    private async Task AnswerAsync(HttpContext context)
    {
        context.Response.Headers["Docker-Distribution-Api-Version"] = "registry/2.0";
        if (_authorization is not null && context.Request.Headers.Authorization != _authorization)
        {
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"tests\"";
            await FailAsync(context, StatusCodes.Status401Unauthorized, "UNAUTHORIZED", "authentication required");
            return;
        }

        switch (context.Request.Path.Value!.Trim('/').Split('/'))
        {
            case ["v2"]:
                await SendAsync(context, "application/json", "{}"u8.ToArray());
                break;
            case ["v2", .. var name, "manifests", var reference] when Find(string.Join('/', name), reference) is { } image:
                context.Response.Headers["Docker-Content-Digest"] = image.Digest;
                await SendAsync(context, PublishedImage.ManifestType, image.Manifest);
                break;
            case ["v2", .., "manifests", _]:
                await FailAsync(context, StatusCodes.Status404NotFound, "MANIFEST_UNKNOWN", "manifest unknown");
                break;
            case ["v2", .., "blobs", var digest] when _images.Values.Select(image => image.Blobs.GetValueOrDefault(digest)).OfType<byte[]>().FirstOrDefault() is { } blob:
                context.Response.Headers["Docker-Content-Digest"] = digest;
                await SendAsync(context, "application/octet-stream", blob);
                break;
            default:
                await FailAsync(context, StatusCodes.Status404NotFound, "NAME_UNKNOWN", "repository name not known to registry");
                break;
        }
    }

    private PublishedImage? Find(string repository, string reference) => reference.StartsWith("sha256:", StringComparison.Ordinal)
        ? _images.FirstOrDefault(pair => pair.Key.StartsWith(repository + ":", StringComparison.Ordinal) && pair.Value.Digest == reference).Value
        : _images.GetValueOrDefault($"{repository}:{reference}");

    private static async Task SendAsync(HttpContext context, string type, byte[] body)
    {
        (context.Response.ContentType, context.Response.ContentLength) = (type, body.Length);
        if (HttpMethods.IsHead(context.Request.Method))
            return;
        for (var sent = 0; sent < body.Length; sent += Piece)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(sent, Math.Min(Piece, body.Length - sent)), context.RequestAborted);
            if (body.Length > Piece)
                await Task.Delay(_pause, TimeProvider.System, context.RequestAborted);
        }
    }

    private static async Task FailAsync(HttpContext context, int status, string code, string message)
    {
        context.Response.StatusCode = status;
        await context.Response.WriteAsJsonAsync(new { errors = new[] { new { code, message } } }, context.RequestAborted);
    }
}
