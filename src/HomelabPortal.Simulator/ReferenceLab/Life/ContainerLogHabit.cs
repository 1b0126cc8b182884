using HomelabPortal.Simulator.Docker;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Life;

/// <summary>Lets the containers on the Docker hosts say something from time to time.</summary>
internal sealed class ContainerLogHabit(IReadOnlyList<DockerState> hosts, Random random) : ILabHabit
{
    public TimeSpan Every { get; } = TimeSpan.FromSeconds(20);

    public void Act(DateTimeOffset now)
    {
        foreach (var host in hosts)
        {
            foreach (var container in host.Containers.Where(container => container.IsRunning))
            {
                var lines = LabContainers.All.FirstOrDefault(row => row.Host == host.Facts.Name && row.Name == container.Name)?.Log ?? [];
                if (lines.Count > 0 && random.Next(3) == 0)
                    container.Logs.Write(new LogEntry(now, IsError: false, lines[^1]));
            }
        }
    }
}
