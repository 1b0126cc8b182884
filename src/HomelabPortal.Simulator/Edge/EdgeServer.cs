using System.Collections.Concurrent;
using System.Security.Cryptography.X509Certificates;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Hosting;
using HomelabPortal.Simulator.Kubernetes;

namespace HomelabPortal.Simulator.Edge;

/// <summary>The listener of the edge.</summary>
internal sealed class EdgeServer(CloudflareState state, KubernetesStore store, LabCertificates certificates) : ILabEndpoint, INamesCertificates, IDisposable
{
    private readonly EdgeCertificates _certificates = new(certificates);

    /// <summary>Addresses that public DNS gives instead, by name; for tests of a resolver that lies.</summary>
    public ConcurrentDictionary<string, string> Overrides { get; } = new();

    public SimulatedSystem System => SimulatedSystem.Edge;

    public string Name => "edge";

    public int Port => 0;

    public bool UsesTls => true;

    public X509Certificate2? CertificateFor(string? name) => _certificates.Of(name, state);

    public void Configure(IApplicationBuilder app) => app.Run(AnswerAsync);

    public Task WriteErrorAsync(HttpContext context, int statusCode, string message)
    {
        context.Response.StatusCode = statusCode;
        return context.Response.WriteAsync($"error code: {statusCode}", context.RequestAborted);
    }

    public void Dispose() => _certificates.Dispose();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Path == "/dns-query")
        {
            context.Response.ContentType = "application/dns-json";
            var (name, type) = ($"{request.Query["name"]}", $"{request.Query["type"]}");
            var answer = Overrides.TryGetValue(name, out var lie) ? EdgeNames.Says(name, lie) : EdgeNames.Answer(state, name, type);
            await context.Response.WriteAsync(answer.ToJsonString(), context.RequestAborted);
            return;
        }

        var reply = EdgeAnswer.Of(state, store, request.Host.Host.ToLowerInvariant(), request.Path.Value ?? "/");
        context.Response.StatusCode = reply.Status;
        context.Response.Headers["server"] = "cloudflare";
        context.Response.Headers["cf-ray"] = "8e5f0a1b2c3d4e5f-FRA";
        if (reply.Location is not null)
            context.Response.Headers.Location = reply.Location;
        if (reply.Body.Length == 0)
            return;
        context.Response.ContentType = reply.IsHtml ? "text/html; charset=utf-8" : "text/plain; charset=UTF-8";
        await context.Response.WriteAsync(reply.Body, context.RequestAborted);
    }
}
