namespace HomelabPortal.Ingress.Reading;

/// <summary>One service a route sends to.</summary>
/// <param name="Endpoints">"2 of 2 ready", "outside the cluster"; empty when nothing can be said.</param>
internal sealed record RouteBackend(string Namespace, string Name, string Port, string Endpoints)
{
    public string Text => Port.Length > 0 ? $"{Name}:{Port}" : Name;
}
