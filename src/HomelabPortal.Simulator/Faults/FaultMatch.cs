namespace HomelabPortal.Simulator.Faults;

/// <summary>Which requests a fault strikes; what is null matches everything.</summary>
public sealed record FaultMatch
{
    public static FaultMatch Any { get; } = new();

    public SimulatedSystem? System { get; init; }

    /// <summary>An HTTP method, or a Kubernetes verb: get, list, watch, create, update, patch, apply, delete.</summary>
    public string? Verb { get; init; }

    /// <summary>Part of the path and query.</summary>
    public string? PathContains { get; init; }

    internal bool Matches(SimulatedRequest request) =>
        (System is null || System == request.System)
        && (Verb is null || Verb.Equals(request.Verb, StringComparison.OrdinalIgnoreCase) || Verb.Equals(request.Method, StringComparison.OrdinalIgnoreCase))
        && (PathContains is null || request.PathAndQuery.Contains(PathContains, StringComparison.Ordinal));
}
