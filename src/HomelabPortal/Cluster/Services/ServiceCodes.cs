namespace HomelabPortal.Cluster.Services;

/// <summary>The names of everything that can be found about a service. They are part of the API and do not change.</summary>
internal static class ServiceCodes
{
    public const string Leaving = "service.leaving";
    public const string Outside = "service.outside";
    public const string EndpointsUnknown = "endpoints.unknown";
    public const string EndpointsNone = "endpoints.none";
    public const string EndpointsStarting = "endpoints.starting";
    public const string EndpointsNotReady = "endpoints.notready";
    public const string EndpointsSome = "endpoints.some";
    public const string SelectorNone = "selector.none";
    public const string ScaledDown = "selector.scaleddown";
    public const string PortMismatch = "port.mismatch";
    public const string PortUndeclared = "port.undeclared";
    public const string Pending = "loadbalancer.pending";
}
