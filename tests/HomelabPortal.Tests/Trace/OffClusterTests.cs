using HomelabPortal.Checks.Derived;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Trace.Reports;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

/// <summary>The way to a machine outside the cluster, of which only what Docker tells is known.</summary>
public sealed class OffClusterTests
{
    private const string Box = "box.cowlab.org";
    private static readonly DockerContainer _caddy = new("c2", "caddy", "caddy:2", "exited", "Exited (1) 2 minutes ago", []);
    private static readonly DockerContainer _assistant = new("c3", "homeassistant", "home-assistant:2026", "running", "Up 3 days", []) { SharesNetwork = true };

    [Fact]
    public void Machine_WhereNothingIsKnownToListen_IsNotCalledHealthy()
    {
        var report = Straight(_caddy).Trace(Box);

        Assert.Equal((TraceVerdict.Unknown, HopKind.Machine, "machine.port.unknown"), (report.Verdict, report.Culprit!.Kind, report.Culprit.Worst!.Code));
        Assert.Equal("No container of tower publishes port 443 or 80. A program outside Docker may listen there.", report.Culprit.Sentence);
    }

    [Fact]
    public void Machine_WhoseWantedContainerHasEnded_IsBroken() =>
        Assert.Equal((TraceVerdict.Broken, "container.exited"), Worst(Straight(_caddy) with { Wanted = [Caddy(443)] }));

    [Fact]
    public void Machine_WhoseWantedContainerIsGone_IsBroken() =>
        Assert.Equal((TraceVerdict.Broken, "container.missing"), Worst(Straight() with { Wanted = [Caddy(80)] }));

    /// <summary>That something answers on 80 is nothing to who asks for 443.</summary>
    [Fact]
    public void Machine_WhoseContainerFor443HasEnded_IsBrokenThoughAnotherHas80() =>
        Assert.Equal((TraceVerdict.Broken, "container.exited"), Worst(Straight(_caddy, Publishing(80)) with { Wanted = [Caddy(443)] }));

    [Fact]
    public void Machine_WhoseContainerFor443WasStopped_IsJudgedByTheOneThatAnswers() =>
        Assert.Equal((TraceVerdict.Healthy, null), Worst(Straight(_caddy, Publishing(80)) with { Wanted = [Caddy(443) with { IsStopped = true }] }));

    [Fact]
    public void Machine_WithAPublishedPort_IsHealthy() => Assert.Equal((TraceVerdict.Healthy, null), Worst(Straight(Publishing(443))));

    /// <summary>Docker tells no ports of what shares the machine's network: that it publishes none is no fault, and no alarm.</summary>
    [Fact]
    public void Port_ThatAContainerOnTheMachinesNetworkMayHave_IsUnknownAndNamesIt()
    {
        var report = Leading(8123, _assistant).Trace(Ai);

        Assert.Equal((TraceVerdict.Unknown, "container.port.unpublished"), (report.Verdict, report.Culprit!.Worst!.Code));
        Assert.Equal("No container of tower publishes port 8123. Container homeassistant shares the machine's network and may listen there.", report.Culprit.Sentence);
        Assert.Equal(Verdict.Unknown, DerivedVerdicts.Of(report).Verdict);
    }

    [Fact]
    public void Port_ThatAProgramOfTheMachineMayHave_IsUnknown() =>
        Assert.Equal("No container of tower publishes port 11434. A program outside Docker may listen there.", Leading(11434).Trace(Ai).Culprit!.Sentence);

    [Fact]
    public void Port_OfAWantedContainerOnTheMachinesNetwork_IsUnknown()
    {
        var world = Leading(8123, _assistant) with { Wanted = [TraceFaults.Ollama with { Name = "homeassistant", Ports = [new PublishedPort(Tower, 8123, 8123)] }] };

        Assert.Equal((TraceVerdict.Unknown, "container.port.unpublished"), (world.Trace(Ai).Verdict, world.Trace(Ai).Culprit!.Worst!.Code));
    }

    /// <summary>Nothing was ever measured there, so who has a card is told by what is wanted alone.</summary>
    [Fact]
    public void Gpu_OfAWantedContainerOnAHostThatWasNeverMeasured_IsUnknown()
    {
        var report = (Unmeasured() with { Wanted = [TraceFaults.Ollama with { Gpu = GpuRequest.All }] }).Trace(Ai);

        Assert.Equal((TraceVerdict.Unknown, HopKind.Gpu, "gpu.unread"), (report.Verdict, report.Culprit!.Kind, report.Culprit.Worst!.Code));
        Assert.Equal("The cards of tower cannot be measured now. The engine refuses to tell.", report.Culprit.Sentence);
    }

    [Fact]
    public void Gpu_OfAContainerThatWantsNone_IsNoStation() =>
        Assert.Equal(TraceVerdict.Healthy, (Unmeasured() with { Wanted = [TraceFaults.Ollama] }).Trace(Ai).Verdict);

    private static (TraceVerdict Verdict, string? Code) Worst(TraceWorld world) => (world.Trace(Box).Verdict, world.Trace(Box).Culprit?.Worst?.Code);

    /// <summary>A record that leads straight to the machine.</summary>
    private static TraceWorld Straight(params DockerContainer[] containers)
    {
        var world = new TraceWorld();
        return world with { Records = world.Records.Add(Record("A", "box", Tower)), Host = world.Host with { Containers = [.. containers] } };
    }

    /// <summary>The way of ai with another port of the machine at its end.</summary>
    private static TraceWorld Leading(int port, params DockerContainer[] containers)
    {
        var world = new TraceWorld().With(cluster => cluster with { EndpointSlices = cluster.EndpointSlices with { Items = cluster.EndpointSlices.Items.SetItem("media/ai-x1", TraceObjects.Outside("ai", Tower, port)) } });
        return world with { Host = world.Host with { Containers = [.. containers] } };
    }

    /// <summary>A host whose engine lists its containers and says nothing of itself.</summary>
    private static TraceWorld Unmeasured() => new() { Gpu = GpuHostState.Unknown("tower") with { FactsFault = "The engine refuses to tell." } };

    private static DockerContainer Publishing(int port) => new("c4", "web", "nginx:1", "running", "Up 3 days", [port]);

    private static DesiredContainer Caddy(int port) => TraceFaults.Ollama with { Id = "con0000002", Name = "caddy", Ports = [new PublishedPort(Tower, port, port)] };
}
