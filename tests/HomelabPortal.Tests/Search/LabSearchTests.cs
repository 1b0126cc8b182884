using System.Text.Json.Nodes;
using HomelabPortal.Apps;
using HomelabPortal.Checks;
using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Dns;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Telemetry;
using HomelabPortal.Gpu.Telemetry.Reading;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Hostnames.Table.Guards;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Search;
using HomelabPortal.Tests.Hostnames;
using HomelabPortal.Tunnels;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

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

    [Theory]
    [InlineData("house", "Tunnel", "/tunnels/t1")]
    [InlineData("family", "Login policy", "/logins/p1")]
    [InlineData("rtx", "GPU card", "/gpu/hosts/gpu-box/cards/GPU-1")]
    [InlineData("mail", "DNS record", "/dns/cowlab.org/r1")]
    [InlineData("dns zone cowlab", "DNS zone", "/dns?zone=cowlab.org")]
    [InlineData("wiki", "Hostname", "/hostnames/wiki.cowlab.org")]
    [InlineData("strip", "Middleware", "/cluster/objects/middlewares.traefik.io/media/strip")]
    [InlineData("gateway lan", "Gateway", "/cluster/objects/gateways.gateway.networking.k8s.io/media/lan")]
    [InlineData("pv-films", "PersistentVolume", "/cluster/storage?tab=volumes&q=pv-films")]
    [InlineData("lh-films", "Longhorn volume", "/cluster/storage?tab=volumes&q=lh-films")]
    public void Find_WhatIsSeldomLookedFor_LeadsToWhereItIsShown(string text, string kind, string href)
    {
        var hit = Assert.Single(Search().Find(text, 10));

        Assert.Equal((kind, href), (hit.Kind, hit.Href));
    }

    private LabSearch Search(string? hostFault = null)
    {
        var container = new DockerContainer("c1", "sonarr-helper", "busybox", "running", "Up 2 days", []);
        return new LabSearch(
            Of(new ClusterState
            {
                IsConnected = true, Middlewares = Kind(new Middleware { Metadata = Meta("strip") }), Gateways = Kind(new Gateway { Metadata = Meta("lan") }),
                PersistentVolumes = Kind(new PersistentVolume { Metadata = Meta("pv-films", "") }), Volumes = Kind(new LonghornVolume { Metadata = Meta("lh-films", "longhorn-system") }),
            }),
            Of(new IngressState(true, null, [HostWorld.Route("media/sonarr", "Host(`sonarr.cowlab.org`)")], SourceStatus.Live)),
            Of(new HostnameState([new HostnameRow("wiki.cowlab.org", HostnameClass.Healthy, "", HealthState.Healthy, HostReach.House, new HostLogin(LoginKind.None, ""))], [])),
            Of(new DockerState([new DockerHostState("gpu-box", null, [container], _time.GetUtcNow(), hostFault)])),
            Of(new AppState([new AppGroup("Media", [new LabApp("IngressRoute:media/sonarr", "sonarr", "Media", "https://sonarr.cowlab.org/", 0)])], [], [])),
            Of(new DesiredState { LoginPolicies = [new LoginPolicy { Id = "p1", Name = "Family" }] }),
            Of(new ChecksState([new CheckSummary("c1", "Attic", "", CheckKind.Ping, "10.0.0.7") { Phase = CheckPhase.Down }])),
            Of(new TunnelState("a1", [new LiveTunnel("t1", "house", "down", true, new JsonObject(), 1, [])], null, null)),
            Of(new DnsState([new DnsZone("z1", "cowlab.org", "active", false, [new LiveRecord("r1", "mail.cowlab.org", new DnsValue("MX", "10 mx.example.org", 300, false)), new LiveRecord("r2", "wiki.cowlab.org", new DnsValue("A", "10.0.0.5", 300, false))])])),
            Of(new GpuState([GpuHostState.Unknown("gpu-box") with { Cards = [new GpuReading { Uuid = "GPU-1", Name = "RTX 3090" }] }])));
    }

    private Live<T> Of<T>(T value)
        where T : class => new(value, _time);
}
