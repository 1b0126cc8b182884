using System.Text;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Simulator.Hosting;

namespace HomelabPortal.Simulator.Kubernetes;

/// <summary>The API server's listener.</summary>
internal sealed class KubernetesApi(int port) : ILabEndpoint
{
    public SimulatedSystem System => SimulatedSystem.Kubernetes;

    public string Name => "kubernetes";

    public int Port => port;

    public bool UsesTls => true;

    public void Configure(IApplicationBuilder app) => app.Run(context => WriteErrorAsync(context, 501, "not yet"));

    public Task WriteErrorAsync(HttpContext context, int statusCode, string message)
    {
        context.Response.StatusCode = statusCode;
        return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes(message)).AsTask();
    }
}
