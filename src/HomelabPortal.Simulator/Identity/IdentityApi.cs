using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Hosting;

namespace HomelabPortal.Simulator.Identity;

/// <summary>The listener of the identity provider.</summary>
internal sealed class IdentityApi(IdentityState state, int port) : ILabEndpoint
{
    public SimulatedSystem System => SimulatedSystem.Identity;

    public string Name => "identity";

    public int Port => port;

    public bool UsesTls => false;

    public void Configure(IApplicationBuilder app)
    {
        app.UseRouting();
        app.UseEndpoints(routes => routes.MapIdentity(state));
    }

    public Task WriteErrorAsync(HttpContext context, int statusCode, string message)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new JsonObject { ["error"] = "server_error", ["error_description"] = message }.ToJsonString(), context.RequestAborted);
    }
}
