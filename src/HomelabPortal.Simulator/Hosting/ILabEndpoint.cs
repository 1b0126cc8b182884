using HomelabPortal.Simulator.Faults;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>One listener of the lab: a Kubernetes API server, the Cloudflare API, or one Docker host.</summary>
/// <remarks>
/// The host puts the request log and the fault injector in front of <see cref="Configure"/>.
/// A handler that streams without end asks <see cref="FaultInjector.OpenStream"/> for a handle, so that faults reach it.
/// </remarks>
internal interface ILabEndpoint
{
    SimulatedSystem System { get; }

    /// <summary>Names this listener among those of its system, such as a Docker host's name.</summary>
    string Name { get; }

    int Port { get; }

    bool UsesTls { get; }

    /// <summary>Adds the handlers of this listener; routing services are registered.</summary>
    void Configure(IApplicationBuilder app);

    /// <summary>What the request asks for in the system's own words ("watch", "list"), or its method.</summary>
    string VerbOf(HttpRequest request) => request.Method;

    /// <summary>Writes an injected error in the system's own shape.</summary>
    Task WriteErrorAsync(HttpContext context, int statusCode, string message);
}
