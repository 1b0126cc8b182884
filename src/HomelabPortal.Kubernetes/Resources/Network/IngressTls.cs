namespace HomelabPortal.Kubernetes;

public sealed record IngressTls
{
    public IReadOnlyList<string> Hosts { get; init => field = CompactList.Of(value); } = [];

    public string SecretName { get; init => field = value ?? ""; } = "";
}
