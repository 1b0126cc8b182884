using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Cluster.Logs.Viewing;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Platform;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Api;
using Microsoft.Extensions.DependencyInjection;

namespace HomelabPortal.Tests.Cluster.Logs.Viewing;

/// <summary>All pods of a workload read at once, while the connections to them are cut again and again.</summary>
public sealed class WorkloadLogTests(ApiFixture fixture) : IClassFixture<ApiFixture>
{
    private const int LinesOfEach = 300;
    private const string Namespace = "traefik";
    private const string Workload = "traefik";
    private static readonly FaultMatch _logs = new() { PathContains = "/log?" };

    [Fact]
    public async Task Workload_WhoseConnectionsAreCut_ShowsEveryLineOfEveryPodOnce()
    {
        var lab = fixture.Host.Lab.Lab;
        using var stop = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        var request = new LogRequest("Deployment", Namespace, Workload) { Follow = true, TailLines = 0 };
        var sources = LogSources.Of(State.Current.Value, request);
        Assert.True(sources.Count > 1, "The workload has one container only.");
        var view = new LogView(new ClusterLogs(fixture.Host.Server.GetRequiredService<ClusterSource>(), State, new Random(7), TimeProvider.System), request, TimeProvider.System);

        var seen = new Dictionary<string, List<string>>();
        var names = new Dictionary<int, string>();
        var writing = Task.CompletedTask;
        await foreach (var happenings in view.ReadAsync(stop.Token))
        {
            foreach (var joined in happenings.OfType<Viewed.Joined>())
                seen[names[joined.Number] = joined.Source.Key] = [];
            foreach (var (number, text) in Lines(happenings))
                seen[names[number]].Add(text);
            if (names.Count == sources.Count && writing.IsCompletedSuccessfully && lab.Faults.OpenStreams(_logs) >= sources.Count)
                writing = writing == Task.CompletedTask ? WriteAsync(sources, stop.Token) : writing;
            if (writing != Task.CompletedTask && seen.Values.All(lines => lines.Count >= LinesOfEach))
                break;
        }

        await writing;
        Assert.All(sources, source => Assert.Equal(Enumerable.Range(0, LinesOfEach).Select(Text), seen[source.Key]));
    }

    /// <summary>Writes to every pod by turns and cuts all connections every fifty lines.</summary>
    private async Task WriteAsync(IReadOnlyList<LogSource> sources, CancellationToken cancellationToken)
    {
        var lab = fixture.Host.Lab.Lab;
        for (var line = 0; line < LinesOfEach; line++)
        {
            foreach (var source in sources)
                lab.PodLogs.Of(source.Namespace, source.Pod, source.Container).Write(DateTimeOffset.UtcNow, Text(line));
            if (line % 50 == 25)
                lab.Faults.StrikeOpen(_logs, new FaultEffect.DropWatch());
            await Task.Delay(2, cancellationToken);
        }
    }

    /// <summary>The lab's own lines come between; they are not what is counted here.</summary>
    private static IEnumerable<(int Number, string Text)> Lines(IReadOnlyList<Viewed> happenings) =>
        from said in happenings.OfType<Viewed.Said>()
        let line = (said.What as LogEvent.Line)?.Content.Text
        where line is not null && line.StartsWith("counted ", StringComparison.Ordinal)
        select (said.Number, line);

    private static string Text(int line) => $"counted {line}";

    private Live<ClusterState> State => fixture.Host.Server.GetRequiredService<Live<ClusterState>>();
}
