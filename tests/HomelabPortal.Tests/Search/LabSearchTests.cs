using HomelabPortal.Apps;
using HomelabPortal.Checks;
using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Gpu;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Platform;
using HomelabPortal.Search;
using HomelabPortal.Tests.Hostnames;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Search;

public sealed class LabSearchTests
{
    private readonly ManualTimeProvider _time = new();

    [Fact]
    public void Find_OneName_GivesTheAppBeforeItsRouteAndEverythingOnce() =>
        Assert.Equal(["App sonarr", "IngressRoute sonarr", "Container sonarr-helper"], Search().Find("sonarr", 10).Select(hit => $"{hit.Kind} {hit.Name}"));

    [Fact]
    public void Find_OfAHostThatIsAway_DoesNotCallItsContainersHealthy() =>
        Assert.Equal(HealthState.Unknown, Search(hostFault: "It does not answer.").Find("helper", 10).Single().State);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    public void Find_Nothing_GivesNothing(string text) => Assert.Empty(Search().Find(text, 10));

    [Fact]
    public void Find_ManyHits_KeepsToTheBound() => Assert.Equal(2, Search().Find("s", 2).Length);

    [Fact]
    public void Find_ACheckThatIsDown_SaysSo()
    {
        var hit = Search().Find("attic", 10).Single();

        Assert.Equal(("Check", "Ping", HealthState.Broken), (hit.Kind, hit.Place, hit.State));
        Assert.Equal("/checks/c1", hit.Href);
    }

    private LabSearch Search(string? hostFault = null)
    {
        var container = new DockerContainer("c1", "sonarr-helper", "busybox", "running", "Up 2 days", []);
        return new LabSearch(
            Of(new ClusterState { IsConnected = true }),
            Of(new IngressState(true, null, [HostWorld.Route("media/sonarr", "Host(`sonarr.cowlab.org`)")], SourceStatus.Live)),
            Of(HostnameState.Unread),
            Of(new DockerState([new DockerHostState("gpu-box", null, [container], _time.GetUtcNow(), hostFault)])),
            Of(new AppState([new AppGroup("Media", [new LabApp("IngressRoute:media/sonarr", "sonarr", "Media", "https://sonarr.cowlab.org/", 0)])], [], [])),
            Of(new DesiredState()),
            Of(new ChecksState([new CheckSummary("c1", "Attic", "", CheckKind.Ping, "10.0.0.7") { Phase = CheckPhase.Down }])));
    }

    private Live<T> Of<T>(T value)
        where T : class => new(value, _time);
}
