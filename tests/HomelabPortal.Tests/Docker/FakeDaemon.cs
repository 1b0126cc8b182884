using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using HomelabPortal.Simulator.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace HomelabPortal.Tests.Docker;

/// <summary>A daemon's wire on a unix socket or on loopback with TLS, with a count of open connections.</summary>
internal sealed class FakeDaemon : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;
    private int _openConnections;

    private FakeDaemon(WebApplication app, DirectoryInfo folder) => (_app, _folder) = (app, folder);

    public string Address { get; private set; } = "";

    public int OpenConnections => Volatile.Read(ref _openConnections);

    public static async Task<FakeDaemon> StartAsync(Func<HttpContext, Task> serve, X509Certificate2? certificate = null, X509Certificate2? clientAuthority = null)
    {
        var folder = Directory.CreateTempSubdirectory("docker-");
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        FakeDaemon? daemon = null;
        var socket = Path.Combine(folder.FullName, "d.sock");
        builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
        {
            if (certificate is null) kestrel.ListenUnixSocket(socket, listen => ((IConnectionBuilder)listen.Use(next => connection => daemon!.CountAsync(next, connection))).Use(TakeoverFeature.Use));
            else kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate, https =>
            {
                https.ClientCertificateMode = ClientCertificateMode.RequireCertificate;
                https.ClientCertificateValidation = (client, _, _) => client.Issuer == clientAuthority?.Subject && Chains(client, clientAuthority);
            }));
        });
        var app = builder.Build();
        daemon = new FakeDaemon(app, folder);
        app.Run(async context =>
        {
            // The server's own token misses an end that comes while it finishes the answer before; the connection's never does.
            context.RequestAborted = context.Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed;
            context.Response.Headers["Api-Version"] = "1.41";
            if (context.Request.Path != "/_ping") await serve(context);
        });
        await app.StartAsync();
        daemon.Address = certificate is null ? $"unix://{socket}" : app.Urls.Single();
        return daemon;
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task CountAsync(ConnectionDelegate next, ConnectionContext connection)
    {
        Interlocked.Increment(ref _openConnections);
        try
        {
            await next(connection);
        }
        finally
        {
            Interlocked.Decrement(ref _openConnections);
        }
    }

    private static bool Chains(X509Certificate2 client, X509Certificate2 authority)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        return chain.Build(client);
    }
}
