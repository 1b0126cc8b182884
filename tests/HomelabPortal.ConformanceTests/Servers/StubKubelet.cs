using System.Net;
using System.Security.Cryptography.X509Certificates;
using HomelabPortal.Simulator.Kubernetes.Kubelet;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>
/// What a real API server dials for logs and commands: the HTTPS port of a node's kubelet, without containers behind it.
/// <see cref="StubNode"/> registers it; more of the kubelet's API is added as routes.
/// </summary>
internal sealed class StubKubelet : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly TestAuthority _authority = new();
    private readonly CancellationTokenSource _stop = new();

    private StubKubelet(int port, IEnumerable<Action<IEndpointRouteBuilder>> routes)
    {
        var (certificate, key) = _authority.IssueServer();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen =>
            listen.UseHttps(X509Certificate2.CreateFromPem(certificate, key))));
        _app = builder.Build();
        _app.UseWebSockets();
        _app.MapGet("/containerLogs/{ns}/{pod}/{container}", LogAsync);
        foreach (var route in routes)
            route(_app);
    }

    /// <summary>What its containers said; a test writes it.</summary>
    public KubeletLogs Logs { get; } = new(TimeProvider.System);

    public int Port => new Uri(_app.Urls.Single()).Port;

    /// <summary>Ends when the kubelet stops: long answers must watch it.</summary>
    public CancellationToken Stopping => _stop.Token;

    public static Task<StubKubelet> StartAsync(params IEnumerable<Action<IEndpointRouteBuilder>> routes) => StartAsync(0, routes);

    /// <param name="port">Where to listen; zero for a free port. The same again makes a kubelet that comes back.</param>
    public static async Task<StubKubelet> StartAsync(int port, params IEnumerable<Action<IEndpointRouteBuilder>> routes)
    {
        var kubelet = new StubKubelet(port, routes);
        await kubelet._app.StartAsync();
        return kubelet;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _app.DisposeAsync();
        _authority.Dispose();
        _stop.Dispose();
    }

    private async Task LogAsync(HttpContext context, string ns, string pod, string container)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, Stopping);
        try
        {
            await Logs.ServeAsync(context, ns, pod, container, either.Token);
        }
        catch (KubeletException refusal)
        {
            context.Response.StatusCode = refusal.Code;
            await context.Response.WriteAsync(refusal.Message, either.Token);
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The reader or the kubelet itself has gone: a kubelet that dies cuts what it was sending.
            context.Abort();
        }
    }
}
