using System.Collections.Immutable;
using System.Net;
using HomelabPortal.Checks;
using HomelabPortal.Checks.Derived;
using HomelabPortal.Checks.Judging;
using HomelabPortal.Hostnames;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Tests.Checks;
using HomelabPortal.Trace.Probing;
using HomelabPortal.Trace.Reports;
using HomelabPortal.Trace.Watching;
using Microsoft.Extensions.Options;
using static HomelabPortal.Tests.Cluster.Objects;
using static HomelabPortal.Tests.Trace.TraceWorld;

namespace HomelabPortal.Tests.Trace;

/// <summary>The ingress is asked where, and for what, the name answers.</summary>
public sealed class LanPortTests
{
    private const string NoRoute = "HTTP/1.1 404 Not Found\r\nContent-Length: 19\r\n\r\n404 page not found\n";
    private readonly ScriptedNetwork _network = new();

    [Theory]
    [InlineData("websecure", false, "10.0.0.99:443 Https")]
    [InlineData("web", false, "10.0.0.99:80 Http")]
    [InlineData("web", true, "10.0.0.99:443 Https")]
    [InlineData("", false, "10.0.0.99:443 Https, 10.0.0.99:80 Http")]
    public void Ports_ByTheEntryPointsOfItsRoute(string entryPoint, bool tls, string targets) =>
        Assert.Equal(targets, string.Join(", ", Targets(World(entryPoint, tls))));

    /// <summary>The usual pair: one that sends to HTTPS, one that serves there.</summary>
    [Fact]
    public void Ports_OfTwoRoutes_AreTheSecureOne() => Assert.Equal(["10.0.0.99:443 Https"], Targets(World("web").With(cluster => cluster with
    {
        IngressRoutes = Kind(cluster.IngressRoutes.Items["media/books"], TraceObjects.Route("books2", Books, 80)),
    })));

    [Fact]
    public void Command_OfANameInTheClear_AsksThere() =>
        Assert.Equal("curl -sSkI --resolve books.cowlab.org:80:10.0.0.99 http://books.cowlab.org/", Lan(World("web").Trace(Books)).Command);

    [Fact]
    public void Path_ThatAloneIsTaken_IsWhatTheIngressIsAskedFor()
    {
        var report = World("web", match: $"Host(`{Books}`) && PathPrefix(`/api`)").Trace(Books);

        Assert.StartsWith("/api", report.Path, StringComparison.Ordinal);
        Assert.Equal(report.Path, ProbeTargets.Of(report).First(target => target.Hop == HopKind.Lan).Path);
        Assert.Equal($"http://{Books}{report.Path}", DerivedChecks.Of(State(report), [], TimeSpan.FromMinutes(2), true).Single(task => task.Kind == CheckKind.Lan).Target);
    }

    [Theory]
    [InlineData("/", "/")]
    [InlineData("/api/", "/api/")]
    [InlineData("/a b", "/a%20b")]
    [InlineData("/a\r\nHost: evil", "/a%0D%0AHost:%20evil")]
    [InlineData("/a?b", "/a%3Fb")]
    public void Written_Path_StaysOneWord(string path, string written) => Assert.Equal(written, ProbeTargets.Written(path));

    [Fact]
    public async Task Try_Path_IsAskedForAsItIs()
    {
        using var server = new HttpServer(HttpServer.Ok("fine"));

        await new PlaceProbe(new PodNetwork(), TimeProvider.System).TryAsync(Books, new ProbeTarget(HopKind.Lan, "straight to it", IPAddress.Loopback, server.Port, ProbeManner.Http) { Path = "/api/" }, CancellationToken.None);

        Assert.StartsWith($"GET /api/ HTTP/1.1\r\nHost: {Books}\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", Verdict.Up)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\n\r\n", Verdict.Down)]
    [InlineData(NoRoute, Verdict.Down)]
    public async Task Check_OfANameInTheClear_IsByWhatAnswersThere(string answer, Verdict verdict)
    {
        _network.Places["10.0.0.99:80"] = ScriptedNetwork.Says(answer);

        Assert.Equal(verdict, (await CheckAsync(World("web"))).Verdict);
        Assert.Equal(["10.0.0.99:80"], _network.Asked);
    }

    [Fact]
    public async Task Check_WhereTheRouteLeavesThePortOpen_IsUpWhenOneOfThemAnswers()
    {
        _network.Places["10.0.0.99:443"] = ScriptedNetwork.Says(NoRoute);
        _network.Places["10.0.0.99:80"] = ScriptedNetwork.Says("HTTP/1.1 200 OK\r\n\r\n");

        Assert.Equal(Verdict.Up, (await CheckAsync(World(""))).Verdict);
        Assert.Equal(["10.0.0.99:443", "10.0.0.99:80"], _network.Asked);
    }

    private static IEnumerable<string> Targets(TraceWorld world) => ProbeTargets.Of(world.Trace(Books)).Where(target => target.Hop == HopKind.Lan).Select(target => $"{target} {target.Manner}");

    private static TraceHop Lan(TraceReport report) => report.Entries.SelectMany(entry => entry.Hops).First(hop => hop.Kind == HopKind.Lan);

    private static TraceState State(TraceReport report) => new(ImmutableDictionary<string, TracedName>.Empty.Add(report.Host, new TracedName(report, null)));

    /// <summary>Traefik listens on both ports, and the route of books comes in as said.</summary>
    private static TraceWorld World(string entryPoint, bool tls = false, string? match = null) => new TraceWorld().With(cluster =>
    {
        var (traefik, route) = (cluster.Services.Items["traefik/traefik"], TraceObjects.Route("books", Books, 80, entryPoint: entryPoint));
        var rule = match is null ? route.Spec.Routes[0] : route.Spec.Routes[0] with { Match = match };
        return cluster with
        {
            Services = cluster.Services with { Items = cluster.Services.Items.SetItem("traefik/traefik", traefik with { Spec = traefik.Spec with { Ports = [new ServicePort { Name = "web", Port = 80 }, .. traefik.Spec.Ports] } }) },
            IngressRoutes = Kind(route with { Spec = route.Spec with { EntryPoints = entryPoint.Length > 0 ? [entryPoint] : [], Tls = tls ? new IngressRouteTls() : null, Routes = [rule] } }),
        };
    });

    private async Task<CheckAnswer> CheckAsync(TraceWorld world)
    {
        var (clock, state) = (new ManualTimeProvider(), State(world.Trace(Books)));
        var traces = new Live<TraceState>(state, clock);
        var task = DerivedChecks.Of(state, [], TimeSpan.FromMinutes(2), true).Single(one => one.Kind == CheckKind.Lan);
        return await new DerivedAsker(traces, null!, new PlaceProbe(_network, clock), Options.Create(new HostnameOptions())).AskAsync(task, CancellationToken.None);
    }
}
