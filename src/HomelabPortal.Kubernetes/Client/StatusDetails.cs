namespace HomelabPortal.Kubernetes;

public sealed record StatusDetails
{
    public string Name { get; init => field = value ?? ""; } = "";

    public string Group { get; init => field = value ?? ""; } = "";

    public string Kind { get; init => field = value ?? ""; } = "";

    public IReadOnlyList<StatusCause> Causes { get; init => field = CompactList.Of(value); } = [];

    public int? RetryAfterSeconds { get; init; }
}
