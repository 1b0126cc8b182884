namespace HomelabPortal.Kubernetes;

/// <summary>A header or a parameter of the query that a request must have.</summary>
public sealed record HttpRouteValue
{
    /// <summary>"Exact" (also when empty) or "RegularExpression".</summary>
    public string Type { get; init => field = value ?? ""; } = "";

    public string Name { get; init => field = value ?? ""; } = "";

    public string Value { get; init => field = value ?? ""; } = "";
}
