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
        // Faults of the edge come as a page for people, not as JSON.
        if (statusCode >= 500)
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync($"<html><head><title>{statusCode}</title></head><body><h1>Error {statusCode}</h1></body></html>", context.RequestAborted);
        }
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(Envelope.Failure(new CloudflareFault(statusCode, CodeOf(statusCode), message)).ToJsonString(), context.RequestAborted);
    }

    private static int CodeOf(int statusCode) => statusCode switch
    {
        429 => 10300,
        403 => 10000,
        _ => 10001,
    };
}
