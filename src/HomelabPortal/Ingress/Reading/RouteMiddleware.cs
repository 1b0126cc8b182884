using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading;

/// <summary>A middleware that a route sends requests through.</summary>
/// <param name="Namespace">Empty when it is configured outside the cluster.</param>
/// <param name="Does">What it does in Traefik's word: "forwardAuth".</param>
public sealed record RouteMiddleware(string Namespace, string Name, string Does, HealthState State)
{
    public string NameText => Namespace.Length > 0 ? $"{Namespace}/{Name}" : Name;
}
