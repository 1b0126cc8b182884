using HomelabPortal.Platform;

namespace HomelabPortal.Lab;

internal sealed class DockerOptions : IValidatedOptions
{
    public static string Section => "Docker";

    public List<DockerHostOptions> Hosts { get; set; } = [];

    public IEnumerable<string> Faults()
    {
        for (var index = 0; index < Hosts.Count; index++)
        {
            foreach (var fault in Hosts[index].Faults($"Docker:Hosts:{index}"))
                yield return fault;
        }

        foreach (var twice in Hosts.GroupBy(host => host.Name).Where(group => group.Count() > 1))
            yield return $"Docker:Hosts has the name “{twice.Key}” {twice.Count()} times. Give each host its own.";
    }
}
