using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Hosting;

namespace HomelabPortal.Simulator.Cloudflare;

/// <summary>The listener of the Cloudflare API.</summary>
internal sealed class CloudflareApi(CloudflareState state, int port) : ILabEndpoint
{
    public SimulatedSystem System => SimulatedSystem.Cloudflare;

    public string Name => "cloudflare";

    public int Port => port;

    public bool UsesTls => false;

    public void Configure(IApplicationBuilder app)
    {
        app.UseRouting();
        app.UseEndpoints(routes => routes.MapCloudflare(state));
    }

    public Task WriteErrorAsync(HttpContext context, int statusCode, string message)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "application/json";
        var envelope = new JsonObject
        {
            ["result"] = null,
            ["success"] = false,
            ["errors"] = new JsonArray(new JsonObject { ["code"] = statusCode is 429 ? 10300 : 10001, ["message"] = message }),
            ["messages"] = new JsonArray(),
        };
        return context.Response.WriteAsync(envelope.ToJsonString(), context.RequestAborted);
    }
}
