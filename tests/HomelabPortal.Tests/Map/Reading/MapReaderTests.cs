using HomelabPortal.Cluster;
using HomelabPortal.Kubernetes;
using HomelabPortal.Map.Reading;
using HomelabPortal.Tests.Hostnames;
using HomelabPortal.Tests.Trace;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Map.Reading;

public sealed class MapReaderTests
{
    private static readonly string _tunnel = $"tunnel:{HostWorld.TunnelId}";

    [Fact]
    public void Path_ThroughTheTunnel_PassesEverythingFromTheInternetToItsVolume() => Assert.Equal(
        [
            ("internet", $"name:{Tv}"), ($"name:{Tv}", _tunnel), (_tunnel, "ingress"), ("ingress", "service:media/tv"), ("service:media/tv", "pod:media/tv-0"), ("pod:media/tv-0", "claim:media/tv-data"),
        ],
        MapWorld.Read(new TraceWorld()).Path(Tv).Legs.Select(leg => (leg.From, leg.To)));

    [Fact]
    public void Path_InTheHouse_BeginsThereAndPassesItsAddress() => Assert.Equal(
        [("house", $"name:{Books}"), ($"name:{Books}", $"address:{Lan}"), ($"address:{Lan}", "ingress"), ("ingress", "service:media/books"), ("service:media/books", "pod:media/books-0")],
        MapWorld.Read(new TraceWorld()).Path(Books).Legs.Select(leg => (leg.From, leg.To)));

    [Fact]
    public void Path_ToAContainer_EndsAtTheCardThatItUses()
    {
        var legs = MapWorld.Read(new TraceWorld()).Path(Ai).Legs.Select(leg => (leg.From, leg.To)).ToList();

        Assert.Equal([("service:media/ai", "container:tower/ollama"), ("container:tower/ollama", "card:tower/GPU-1")], legs.TakeLast(2));
    }

    [Fact]
    public void Paths_AllOfThem_LeadOnlyToThingsThatAreShown()
    {
        var map = MapWorld.Read(new TraceWorld());
        var shown = map.Panels.SelectMany(panel => panel.Things.Prepend(panel.Head)).Select(thing => thing.Id).ToHashSet();

        Assert.Equal([], map.Paths.SelectMany(path => path.Legs).SelectMany(leg => new[] { leg.From, leg.To }).Where(id => !shown.Contains(id)));
    }

    [Fact]
    public void Path_InWords_NamesEachStationOnce() =>
        Assert.Equal("Internet → home → Traefik → media/tv → tv-0 → node1 → tv-data", MapWorld.Read(new TraceWorld()).Path(Tv).Way);

    [Fact]
    public void Columns_OfALab_FollowTheRequest() =>
        Assert.Equal(Enum.GetValues<MapPlace>(), MapWorld.Read(new TraceWorld()).Columns.Select(column => column.Place));

    [Fact]
    public void Names_StandByTheirWayIn() => Assert.Equal(
        ["By tunnel", "In the house"],
        MapWorld.Read(new TraceWorld()).Columns.Single(column => column.Place == MapPlace.Names).Panels.Select(panel => panel.Head.Name));

    /// <summary>What cannot be seen is never green: it is unknown, and says since when.</summary>
    [Fact]
    public void Things_OfAClusterThatIsAway_AreUnknownWithTheirAge()
    {
        var map = MapWorld.Read(new TraceWorld { ClusterFault = "It does not answer." });

        foreach (var id in new[] { "node:node1", "pod:media/tv-0", "service:media/tv", "claim:media/tv-data", "ingress", $"address:{Lan}" })
            Assert.Equal((HealthState.Unknown, SeenAt), (map.Thing(id).State, map.Thing(id).AsOf));
    }

    [Theory]
    [InlineData("claims", SourcePhase.Stale)]
    [InlineData("persistent volumes", SourcePhase.Stale)]
    [InlineData("Longhorn's volumes", SourcePhase.Stale)]
    [InlineData("Longhorn's volumes", SourcePhase.Forbidden)]
    [InlineData("Longhorn's replicas", SourcePhase.Forbidden)]
    public void Claim_WhoseVolumeCannotBeSeen_IsUnknownWithItsAge(string source, SourcePhase phase)
    {
        var claim = MapWorld.Read(TraceSightLoss.All[source].Take(new TraceWorld(), new SourceStatus(phase, SeenAt, "It does not answer."))).Thing("claim:media/tv-data");

        Assert.Equal((HealthState.Unknown, SeenAt), (claim.State, claim.AsOf));
    }

    [Fact]
    public void Claim_OnOtherStorage_IsSeenWithoutLonghorn()
    {
        var elsewhere = new TraceWorld().With(cluster => cluster with { PersistentVolumes = Kind(new PersistentVolume { Metadata = Meta("pvc-tv", ""), Status = new PersistentVolumeStatus { Phase = "Bound" } }), Volumes = Kind<LonghornVolume>() });
        var map = MapWorld.Read(TraceSightLoss.All["Longhorn's volumes"].Take(elsewhere, new SourceStatus(SourcePhase.Forbidden, SeenAt, "It does not answer.")));

        Assert.Equal(HealthState.Healthy, map.Thing("claim:media/tv-data").State);
    }

    [Fact]
    public void Tunnel_ThatCannotBeRead_IsUnknownWithItsAge()
    {
        var tunnel = MapWorld.Read(new TraceWorld { TunnelFault = "Cloudflare does not answer." }).Thing(_tunnel);

        Assert.Equal((HealthState.Unknown, SeenAt), (tunnel.State, tunnel.AsOf));
    }

    [Fact]
    public void Host_ThatCannotBeRead_TakesItsContainersAlong()
    {
        var world = new TraceWorld();
        var map = MapWorld.Read(world with { Host = world.Host with { Fault = "It does not answer.", AsOf = SeenAt } });

        Assert.Equal((HealthState.Unknown, SeenAt), (map.Thing("host:tower").State, map.Thing("host:tower").AsOf));
        Assert.Equal(HealthState.Unknown, map.Thing("container:tower/ollama").State);
    }

    [Fact]
    public void Service_ThatARouteNamesAndThatIsGone_StandsThereBroken()
    {
        var map = MapWorld.Read(new TraceWorld().With(cluster => cluster with { Services = Kind([.. cluster.Services.All.Where(service => service.Metadata.Name != "tv")]) }));

        Assert.Equal(HealthState.Broken, map.Thing("service:media/tv").State);
        Assert.Contains(new MapLeg("ingress", "service:media/tv"), map.Path(Tv).Legs);
    }

    [Fact]
    public void Container_ThatIsBroken_ShowsAsThat()
    {
        var world = new TraceWorld();
        var map = MapWorld.Read(world with { Host = world.Host with { Containers = [world.Host.Containers[0] with { Status = "Up 3 days (unhealthy)" }] } });

        Assert.Equal(HealthState.Broken, map.Thing("container:tower/ollama").State);
        Assert.Equal(HealthState.Broken, map.Path(Ai).State);
    }

    [Fact]
    public void Pod_ThatHasEnded_IsNotShown()
    {
        var ended = TraceObjects.Pod("migrate-1", "migrate", phase: "Succeeded");
        var map = MapWorld.Read(new TraceWorld().With(cluster => cluster with { Pods = Kind([.. cluster.Pods.All, ended]) }));

        Assert.DoesNotContain(map.Panels.SelectMany(panel => panel.Things), thing => thing.Id == "pod:media/migrate-1");
    }

    [Fact]
    public void Service_WithoutAHostname_IsASquareAmongItsLike()
    {
        var map = MapWorld.Read(new TraceWorld());

        var unnamed = map.Panels.Single(panel => panel.Id == "services:unnamed");

        Assert.True(unnamed.IsDense);
        Assert.Equal(["traefik/traefik"], unnamed.Things.Select(thing => thing.Name));
    }

    [Fact]
    public void Map_OfTheSameLab_IsTheSame() => Assert.Equal(MapWorld.Read(new TraceWorld()), MapWorld.Read(new TraceWorld()));

    [Fact]
    public void Map_OfNothing_IsEmpty() => Assert.True(MapReader.Of(new MapFacts()).IsEmpty);
}
