namespace HomelabPortal.Kubernetes;

public sealed record Taint
{
    public string Key { get; init => field = value ?? ""; } = "";

    public string Value { get; init => field = value ?? ""; } = "";

    public string Effect { get; init => field = value ?? ""; } = "";
}
