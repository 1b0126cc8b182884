using HomelabPortal.Ui.State;

namespace HomelabPortal.Ingress.Reading;

/// <summary>One service a route sends to.</summary>
/// <param name="Endpoints">"2 of 2 ready", "outside the cluster"; empty when nothing can be said.</param>
public sealed record RouteBackend(string Namespace, string Name, string Port, string Endpoints)
{
    public HealthState State { get; init; } = HealthState.Unknown;

    /// <summary>Its part of the requests where several share them: "80 %", "copy of 10 %".</summary>
    public string Share { get; init; } = "";

    /// <summary>True when it only gets copies: no request depends on it.</summary>
    public bool IsCopy { get; init; }

    /// <summary>The TraefikService that leads there; empty when the route itself does.</summary>
    public string Via { get; init; } = "";

    /// <summary>True when it is a Service that is there.</summary>
    public bool HasPage { get; init; }

    public string Text => Port.Length > 0 ? $"{Name}:{Port}" : Name;

    public string? Href => HasPage ? Cluster.Objects.ObjectHref.Of("Service", Namespace, Name) : null;
}
