using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>One container whose log is read.</summary>
/// <param name="Pod">Of a container of a Docker host the name of that host, as is <paramref name="Namespace"/>.</param>
/// <param name="Uid">Of the pod, or the container itself where it is in none.</param>
internal sealed record LogSource(string Namespace, string Pod, string Uid, string Container, bool IsInit)
{
    public const int Colours = 8;

    /// <summary>What a viewer remembers it by.</summary>
    public string Key => $"{Uid}/{Container}";

    /// <summary>The same for the same container of the same pod, whoever looks and whenever.</summary>
    public int Colour => (int)(($"{Pod}/{Container}".Aggregate(2166136261u, (hash, letter) => (hash ^ letter) * 16777619u) >> 8) % Colours);

    public static IEnumerable<LogSource> Of(Pod pod, string? container) =>
        from one in pod.Spec.InitContainers.Select(item => (item.Name, IsInit: true)).Concat(pod.Spec.Containers.Select(item => (item.Name, IsInit: false)))
        where container is null || one.Name == container
        select new LogSource(pod.Metadata.Namespace, pod.Metadata.Name, pod.Metadata.Uid, one.Name, one.IsInit);
}
