using System.Text.Json.Nodes;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Simulator.Hosting;
using HomelabPortal.Simulator.Kubernetes;
using HomelabPortal.Simulator.ReferenceLab;
using HomelabPortal.Simulator.ReferenceLab.Life;

namespace HomelabPortal.Tests.Simulator.ReferenceLab;

/// <summary>The reference lab whose life a test moves second by second.</summary>
internal sealed class LivingLab
{
    private readonly HabitRound _round;

    public LivingLab(int seed = 1)
    {
        Store = new KubernetesStore(Time, seed, 1000);
        LabFiller.Fill(Store, new SimulatedLabOptions { Time = Time, Seed = seed });
        Hosts = ReferenceDocker.Create(Time);
        _round = new HabitRound(LabHabits.All(Store, Hosts, seed), Time.GetUtcNow());
    }

    public ManualTimeProvider Time { get; } = new();
    public KubernetesStore Store { get; }
    public IReadOnlyList<DockerState> Hosts { get; }
    public Exception? LastFault => _round.LastFault;

    public void Live(int seconds)
    {
        for (var i = 0; i < seconds; i++)
        {
            Time.Advance(TimeSpan.FromSeconds(1));
            _round.Step(Time.GetUtcNow());
        }
    }

    public IReadOnlyList<JsonObject> Pods(string app)
        => [.. Store.List("", "pods").Where(pod => (string?)pod["metadata"]!["labels"]?["app.kubernetes.io/name"] == app)];

    public JsonObject Pod(string app) => Assert.Single(Pods(app));
}
