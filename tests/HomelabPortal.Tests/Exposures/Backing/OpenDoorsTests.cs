using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Exposures;
using HomelabPortal.Exposures.Backing;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Ingress;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Gpu.Containers;
using HomelabPortal.Tests.Gpu.Servers;
using HomelabPortal.Tunnels;

namespace HomelabPortal.Tests.Exposures.Backing;

/// <summary>A container becomes a server without a login only when no name on the Internet leads to it any more.</summary>
public sealed class OpenDoorsTests
{
    private const string Owner = "ex00000001";
    private const string Ollama = "ollama/ollama:0.6.2";
    private static readonly Exposure _exposure = new()
    {
        Id = Owner, Hostname = Hostname.Parse("app.cowlab.org"), Visibility = Visibility.Tunnel, IsPublicWithoutLogin = true,
        Backend = new ContainerBackend(Wish.Host, "server", 8000) { Address = Docks.Lan, HostPort = 8000, Image = "nginx" },
    };

    private static readonly LedgerEntry _rule = Entry("tunnel", "TunnelRule", "app.cowlab.org", """{"hostname":"app.cowlab.org","service":"http://traefik:80"}""");
    private static readonly LedgerEntry _record = Entry("dns", "Record", "app.cowlab.org", """{"name":"app.cowlab.org","content":"11111111-2222-3333-4444-555555555555.cfargotunnel.com"}""");
    private static readonly LedgerEntry _guarded = Entry("tunnel", "TunnelRule", "app.cowlab.org", """{"hostname":"app.cowlab.org","service":"http://traefik:80","originRequest":{"access":{"required":true}}}""");

    [Fact]
    public void Rule_ThatStillLeadsThere_KeepsItWaiting() =>
        Assert.Contains("app.cowlab.org still leads there", Why([_exposure], _rule), StringComparison.Ordinal);

    [Fact]
    public void Record_ThatStillLeadsToTheTunnel_KeepsItWaiting()
    {
        Assert.NotNull(Why([_exposure], _record));
        Assert.Null(Why([_exposure], Entry("dns", "Record", "app.cowlab.org", """{"name":"app.cowlab.org","content":"10.0.0.99"}""")));
    }

    [Fact]
    public void Nothing_OnTheInternet_LetsItGo() => Assert.Null(Why([_exposure]));

    [Fact]
    public void Exposure_OfSomethingElse_LetsItGo() => Assert.Null(Why([_exposure with { Backend = new AddressBackend("10.0.0.9", 8000) }], _rule, _record));

    [Fact]
    public void Exposure_ByAddress_KeepsItWaiting() => Assert.NotNull(Why([_exposure with { Backend = new AddressBackend(Docks.Lan, 8000) }], _rule));

    [Fact]
    public void Guard_OverAllOfIt_LetsItGo()
    {
        Assert.Null(Why([_exposure], _guarded, _record));
        Assert.NotNull(Why([_exposure], _guarded, Entry("access", "LoginApplication", "app.cowlab.org/api", "{}")));
    }

    [Fact]
    public void Exposure_ThatWasRemovedAndIsHeld_IsKnownByItsRoute()
    {
        var slice = ExposureCompiler.Compile(new DesiredState { Exposures = [_exposure] }, new IngressOptions(), new TunnelOptions(), GoldenCase.Now)
            .OfType<DesiredEndpointSlice>().Single();

        Assert.NotNull(Why([], _rule, new LedgerEntry(slice.Key, Owner, null, slice.Manifest)));
        Assert.Null(Why([], _rule));
    }

    [Fact]
    public void FreeRule_ThatWasLastWrittenToLeadThere_KeepsItWaiting()
    {
        Assert.NotNull(Why([], Entry("tunnel", "TunnelRule", "free/en00000001", $$"""{"hostname":"x.cowlab.org","service":"http://{{Docks.Lan}}:8000"}""")));
        Assert.Null(Why([], Entry("tunnel", "TunnelRule", "free/en00000001", $$"""{"hostname":"x.cowlab.org","service":"http://{{Docks.Lan}}:8001"}""")));
    }

    [Fact]
    public void Server_WithALogin_WaitsForNothing() => Assert.Null(OpenDoors.Of(Docks.Wanted("nginx"), new DesiredState { Exposures = [_exposure] }, Docks.State()));

    [Theory]
    [InlineData("running", false)]
    [InlineData("exited", false)]
    [InlineData(null, false)]
    [InlineData("running", true)]
    public void Plan_BehindANameOnTheInternet_WaitsAndNothingIsReplaced(string? state, bool isStopped)
    {
        var wanted = Docks.Wanted(Ollama) with { IsStopped = isStopped };
        var shut = Plan(wanted, state, _rule);
        var open = Plan(wanted, state);

        Assert.Contains("still leads there", Assert.Single(shut.Waiting, waiting => waiting.Key.Kind == ContainerView.ContainerKind).Why, StringComparison.Ordinal);
        Assert.Empty(shut.Changes);
        Assert.NotEmpty(open.Changes);
        Assert.Empty(open.Waiting);
    }

    [Fact]
    public void Plan_ToStopIt_WaitsForNothing()
    {
        var wanted = Docks.Wanted(Ollama) with { IsStopped = true };

        Assert.NotEmpty(Plan(wanted, "running", new DesiredRun(wanted).Hash, _rule).Changes);
    }

    private static Plan Plan(DesiredContainer wanted, string? state, params LedgerEntry[] doors) => Plan(wanted, state, "another", doors);

    private static Plan Plan(DesiredContainer wanted, string? state, string hash, params LedgerEntry[] doors)
    {
        var run = new DesiredRun(wanted) { Doors = OpenDoors.Of(wanted, new DesiredState { Exposures = [_exposure] }, Docks.State()) };
        var live = new LiveContainer { Id = "id-server", Name = "server", State = state ?? "", Instance = "inst0001", App = wanted.Id, SpecHash = hash };
        var known = new ContainerMemory(Wish.Host, "server", hash).ToEntry(new Change { Kind = ChangeKind.Create, Key = run.Key, OwnerId = wanted.Id, Stage = ChangeStage.BuildRoute, Description = "", Reason = "" }, live.Id);
        var host = new LiveHost(Wish.Host, null, state is null ? [] : [live], [Ollama], ImmutableDictionary<string, HomelabPortal.Gpu.Containers.Planning.ImagePull>.Empty);
        return ContainerPlanner.Plan(new PlanRequest("inst0001", [run], Ledger([.. doors, known]), new LabFacts()), new ContainerView([host], GoldenCase.Now));
    }

    private static string? Why(Exposure[] exposures, params LedgerEntry[] entries) =>
        OpenDoors.Of(Docks.Wanted(Ollama), new DesiredState { Exposures = [.. exposures] }, Docks.State())!.WhyShut(Ledger(entries));

    private static Ledger Ledger(LedgerEntry[] entries) => new(entries.ToImmutableDictionary(entry => entry.Key));

    private static LedgerEntry Entry(string target, string kind, string name, string json) => new(new ResourceKey(target, kind, name), Owner, null, JsonNode.Parse(json)!);
}
