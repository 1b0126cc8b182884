using System.Text.Json.Nodes;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Hosting;

namespace HomelabPortal.Simulator.Docker;

/// <summary>The listener of one Docker host.</summary>
internal sealed class DockerApi(DockerState host, FaultInjector faults, int port) : ILabEndpoint
{
    public SimulatedSystem System => SimulatedSystem.Docker;

    public string Name => host.Facts.Name;

    public int Port => port;

    public bool UsesTls => false;

    public void Configure(IApplicationBuilder app) => app.Run(context => DockerEndpoints.HandleAsync(host, context, faults.OpenStream));

    public Task WriteErrorAsync(HttpContext context, int statusCode, string message)
    {
        context.Response.StatusCode = statusCode;
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(new JsonObject { ["message"] = message }.ToJsonString(), context.RequestAborted);
    }
}
