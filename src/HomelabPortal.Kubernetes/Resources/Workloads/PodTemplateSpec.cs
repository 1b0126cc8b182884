namespace HomelabPortal.Kubernetes;

public sealed record PodTemplateSpec
{
    public static PodTemplateSpec Empty { get; } = new();

    public IReadOnlyList<Container> Containers { get; init => field = CompactList.Of(value); } = [];

    public CompactMap<string> NodeSelector { get; init => field = value ?? CompactMap<string>.Empty; } = CompactMap<string>.Empty;
}
