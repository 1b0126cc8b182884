namespace HomelabPortal.Ingress.Reading.Checks;

/// <summary>The names of everything that can be found about a route. They are part of the API and do not change.</summary>
internal static class FindingCodes
{
    public const string RouteEmpty = "route.empty";
    public const string RuleUnreadable = "rule.unreadable";
    public const string PriorityTie = "priority.tie";
    public const string PriorityShadowed = "priority.shadowed";
    public const string ServiceMissing = "service.missing";
    public const string ServicePort = "service.port";
    public const string ServiceOutside = "service.outside";
    public const string ServiceUnknown = "service.unknown";
    public const string EndpointsNone = "endpoints.none";
    public const string EndpointsNotReady = "endpoints.notready";
    public const string EndpointsSome = "endpoints.some";
    public const string TraefikServiceMissing = "traefikservice.missing";
    public const string TraefikServiceCycle = "traefikservice.cycle";
    public const string TraefikServiceEmpty = "traefikservice.empty";
    public const string MiddlewareMissing = "middleware.missing";
    public const string MiddlewareUnknown = "middleware.unknown";
    public const string TransportMissing = "serverstransport.missing";
    public const string CertificateExpired = "tls.secret.expired";
    public const string CertificateExpiring = "tls.secret.expiring";
    public const string CertificateFailing = "tls.secret.failing";
    public const string TlsOptionMissing = "tls.option.missing";
    public const string ClassUnknown = "class.unknown";
    public const string CrossNamespace = "crossnamespace";
    public const string GatewayMissing = "gateway.missing";
    public const string GatewayNotReady = "gateway.notprogrammed";
    public const string GatewaySilent = "gateway.silent";
    public const string GatewayRefused = "gateway.notaccepted";
    public const string GatewayReferences = "gateway.notresolved";
}
