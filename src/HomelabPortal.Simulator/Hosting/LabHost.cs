using System.Net;
using HomelabPortal.Simulator.Faults;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>One Kestrel with one loopback listener for each endpoint.</summary>
internal sealed class LabHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly IReadOnlyDictionary<ILabEndpoint, ListenOptions> _listeners;

    private LabHost(WebApplication app, IReadOnlyDictionary<ILabEndpoint, ListenOptions> listeners) => (_app, _listeners) = (app, listeners);

    public static async Task<LabHost> StartAsync(
        IReadOnlyList<ILabEndpoint> endpoints, LabCertificates certificates, FaultInjector faults, SimulatedLabOptions options, CancellationToken cancellationToken)
    {
        // An empty builder: the settings and the console of the process the lab runs in are not the lab's.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        var listeners = new Dictionary<ILabEndpoint, ListenOptions>();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.Services.AddRoutingCore();
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MinResponseDataRate = null;
            kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
            foreach (var endpoint in endpoints)
            {
                kestrel.Listen(IPAddress.Loopback, endpoint.Port, listen =>
                {
                    listen.Use(next => connection =>
                    {
                        connection.Features.Set(endpoint);
                        return next(connection);
                    });
                    if (!endpoint.UsesTls) ((IConnectionBuilder)listen).Use(TakeoverFeature.Use);
                    if (endpoint is INamesCertificates named) listen.UseHttps(https => https.ServerCertificateSelector = (_, name) => named.CertificateFor(name));
                    else if (endpoint.UsesTls) listen.UseHttps(certificates.Server);
                    else listen.Protocols = HttpProtocols.Http1;
                    listeners[endpoint] = listen;
                });
            }
        });
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(2));
        var app = builder.Build();
        var pipelines = endpoints.ToDictionary(endpoint => endpoint, endpoint => Pipeline(app, endpoint, faults, options));
        app.Run(context => pipelines[context.Features.GetRequiredFeature<ILabEndpoint>()](context));
        await app.StartAsync(cancellationToken);
        return new LabHost(app, listeners);
    }

    public Uri AddressOf(ILabEndpoint endpoint) =>
        new($"{(endpoint.UsesTls ? "https" : "http")}://127.0.0.1:{_listeners[endpoint].IPEndPoint!.Port}/");

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
    }

    // Each endpoint has a builder of its own, so that their routes never meet.
    private static RequestDelegate Pipeline(WebApplication app, ILabEndpoint endpoint, FaultInjector faults, SimulatedLabOptions options)
    {
        var branch = new ApplicationBuilder(app.Services);
        var middleware = new FaultMiddleware(endpoint, faults, options.Time, options.RecordAnswers);
        branch.Use(middleware.InvokeAsync);
        endpoint.Configure(branch);
        return branch.Build();
    }
}
