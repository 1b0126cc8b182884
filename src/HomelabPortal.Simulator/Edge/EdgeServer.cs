using System.Security.Cryptography.X509Certificates;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Hosting;
using HomelabPortal.Simulator.Kubernetes;

namespace HomelabPortal.Simulator.Edge;

/// <summary>The listener of the edge.</summary>
internal sealed class EdgeServer(CloudflareState state, KubernetesStore store, LabCertificates certificates) : ILabEndpoint, INamesCertificates, IDisposable
{
    private readonly EdgeCertificates _certificates = new(certificates);

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
            await context.Response.WriteAsync(EdgeNames.Answer(state, $"{request.Query["name"]}", $"{request.Query["type"]}").ToJsonString(), context.RequestAborted);
            return;
        }

        var answer = EdgeAnswer.Of(state, store, request.Host.Host.ToLowerInvariant(), request.Path.Value ?? "/");
        context.Response.StatusCode = answer.Status;
        context.Response.Headers["server"] = "cloudflare";
        context.Response.Headers["cf-ray"] = "8e5f0a1b2c3d4e5f-FRA";
        if (answer.Location is not null)
            context.Response.Headers.Location = answer.Location;
        if (answer.Body.Length == 0)
            return;
        context.Response.ContentType = answer.IsHtml ? "text/html; charset=utf-8" : "text/plain; charset=UTF-8";
        await context.Response.WriteAsync(answer.Body, context.RequestAborted);
    }
}
