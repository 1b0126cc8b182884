using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.ConformanceTests.Servers;
using HomelabPortal.Desired;
using HomelabPortal.Exposures;
using HomelabPortal.Ingress;
using HomelabPortal.Kubernetes;
using HomelabPortal.Lab;
using HomelabPortal.Reconcile;
using HomelabPortal.Tunnels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HomelabPortal.ConformanceTests.Ingress;

/// <summary>What the portal writes for an exposure, on any API server: it is taken, reads back as planned, and goes away again.</summary>
public abstract class IngressTargetConformance : IAsyncLifetime
{
    private const string Id = "ex00000001";
    private const string Name = "homelab-portal-" + Id;
    private LabConnections? _connections;
    private IngressOptions? _options;
    private IngressTarget? _target;
    private Ledger _ledger = Ledger.Empty;

    private protected string Namespace { get; private set; } = "";

    private KubernetesClient Client => _connections!.Kubernetes!;

    public async Task InitializeAsync()
    {
        (var kubeconfig, Namespace) = await ConnectAsync();
        _connections = new LabConnections(
            Options.Create(new KubernetesOptions { Kubeconfig = kubeconfig }), Options.Create(new CloudflareOptions()),
            Options.Create(new DockerOptions()), TimeProvider.System, NullLoggerFactory.Instance);
        _options = new IngressOptions { Namespace = Namespace, TraefikService = $"{Namespace}/traefik" };
        _target = new IngressTarget(_connections, Options.Create(_options));
        await ApplyAsync(ResourceTypes.Services, """{"metadata":{"name":"web"},"spec":{"ports":[{"name":"http","port":80,"protocol":"TCP"}]}}""");
    }

    public async Task DisposeAsync()
    {
        _connections?.Dispose();
        await DisconnectAsync();
    }

    /// <summary>A kubeconfig of one who may do everything, and a namespace made for this test alone.</summary>
    private protected abstract Task<(string Kubeconfig, string Namespace)> ConnectAsync();

    private protected virtual Task DisconnectAsync() => Task.CompletedTask;

    [ConformanceFact]
    public async Task Service_ExposedChangedAndWithdrawn_ReadsBackAsPlannedEachTime()
    {
        await AssertSettlesAsync(1, Wish());
        var uid = (await Client.GetAsync(ResourceTypes.IngressRoutes, Namespace, Name))!.Metadata.Uid;
        await AssertSettlesAsync(1, Wish() with { Hostname = Hostname.Parse($"other-{Namespace}.example.org") });

        var route = await Client.GetAsync(ResourceTypes.IngressRoutes, Namespace, Name);
        Assert.Equal(($"Host(`other-{Namespace}.example.org`)", uid), (Assert.Single(route!.Spec.Routes).Match, route.Metadata.Uid));
        await AssertSettlesAsync(1);
        Assert.Null(await Client.GetAsync(ResourceTypes.IngressRoutes, Namespace, Name));
        Assert.NotNull(await Client.GetAsync(ResourceTypes.Services, Namespace, "web"));
    }

    [ConformanceFact]
    public async Task AddressOutside_ExposedChangedAndWithdrawn_ReadsBackAsPlannedEachTime()
    {
        await AssertSettlesAsync(3, Wish() with { Backend = new AddressBackend("10.0.0.175", 443, "https") });
        await AssertSettlesAsync(3, Wish() with { Backend = new AddressBackend("10.0.0.176", 8443, "https") });

        var slice = await Client.GetAsync(ResourceTypes.EndpointSlices, Namespace, Name);
        Assert.Equal("10.0.0.176", Assert.Single(Assert.Single(slice!.Endpoints).Addresses));
        await AssertSettlesAsync(3);
        Assert.Null(await Client.GetAsync(ResourceTypes.Services, Namespace, Name));
    }

    [ConformanceFact]
    public async Task NameOutside_ExposedAndTurnedIntoAnAddress_ReadsBackAsPlannedEachTime()
    {
        await AssertSettlesAsync(2, Wish() with { Backend = new AddressBackend("nas.lan", 5000) });
        await AssertSettlesAsync(2, Wish() with { Backend = new AddressBackend("10.0.0.20", 5000) });
        await AssertSettlesAsync(2, Wish() with { Backend = new AddressBackend("nas.lan", 5000) });
        await AssertSettlesAsync(2);
    }

    [ConformanceFact]
    public async Task Route_EditedByAnother_IsDriftAndNotForcedBack()
    {
        await AssertSettlesAsync(1, Wish());
        var patch = JsonNode.Parse("""{"spec":{"routes":[{"kind":"Rule","match":"Host(`else.example.org`)","services":[{"name":"web","port":80}]}]}}""")!;
        await Client.MergePatchAsync(ResourceTypes.IngressRoutes, Namespace, Name, patch, new PatchOptions { FieldManager = "kubectl-edit" });

        var outcome = Assert.Single(await ApplyPlanAsync(Wish()));

        Assert.True(outcome.Change.IsDrift);
        Assert.Equal(FaultKind.NeedsPerson, outcome.Fault?.Kind);
        Assert.Contains("kubectl-edit", outcome.Fault!.Message, StringComparison.Ordinal);
        await AssertSettlesAsync(1);
    }

    [ConformanceFact]
    public async Task Route_ChangedSinceThePlan_IsNotWritten()
    {
        await AssertSettlesAsync(1, Wish());
        var plan = await PlanAsync(Wish() with { Hostname = Hostname.Parse($"other-{Namespace}.example.org") });
        var patch = JsonNode.Parse("""{"metadata":{"annotations":{"note":"mine"}}}""")!;
        await Client.MergePatchAsync(ResourceTypes.IngressRoutes, Namespace, Name, patch, new PatchOptions { FieldManager = "kubectl-edit" });

        var outcome = Assert.Single(await _target!.ApplyAsync(plan.Changes, CancellationToken.None));

        Assert.Equal(FaultKind.Retry, outcome.Fault?.Kind);
        await AssertSettlesAsync(1, Wish() with { Hostname = Hostname.Parse($"other-{Namespace}.example.org") });
        Assert.Equal("mine", (await Client.GetAsync(ResourceTypes.IngressRoutes, Namespace, Name))!.Metadata.Annotations["note"]);
    }

    [ConformanceFact]
    public async Task LanAddress_IsThatOfTheIngressService()
    {
        await ApplyAsync(ResourceTypes.Services, """{"metadata":{"name":"traefik"},"spec":{"type":"LoadBalancer","ports":[{"name":"websecure","port":443,"protocol":"TCP"}]}}""");
        var status = JsonNode.Parse("""{"status":{"loadBalancer":{"ingress":[{"ip":"10.0.0.99"}]}}}""")!;
        await Client.MergePatchAsync(ResourceTypes.Services, Namespace, "traefik", status, new PatchOptions { Subresource = "status" });

        Assert.Equal("10.0.0.99", (await _target!.ObserveAsync(CancellationToken.None)).Facts.LanAddress);
    }

    /// <summary>Every change is carried out, and a second look wants nothing more.</summary>
    private async Task AssertSettlesAsync(int changes, params Exposure[] wishes)
    {
        var outcomes = await ApplyPlanAsync(wishes);
        Assert.All(outcomes, outcome => Assert.True(outcome.Succeeded, outcome.Fault?.Message));
        Assert.Equal(changes, outcomes.Length);
        Assert.Equal("", (await PlanAsync(wishes)).ToText());
    }

    private async Task<ImmutableArray<ChangeOutcome>> ApplyPlanAsync(params Exposure[] wishes)
    {
        var outcomes = ImmutableArray.CreateBuilder<ChangeOutcome>();
        foreach (var stage in (await PlanAsync(wishes)).Changes.GroupBy(change => change.Stage))
            outcomes.AddRange(await _target!.ApplyAsync([.. stage], CancellationToken.None));
        foreach (var outcome in outcomes.Where(outcome => outcome.Succeeded))
        {
            _ledger = new Ledger(outcome.Entry is null
                ? _ledger.Entries.Remove(outcome.Change.Key)
                : _ledger.Entries.SetItem(outcome.Change.Key, outcome.Entry));
        }

        return outcomes.ToImmutable();
    }

    private async Task<Plan> PlanAsync(params Exposure[] wishes)
    {
        var state = new DesiredState { Instance = "inst0001", Exposures = [.. wishes] };
        var resources = ExposureCompiler.Compile(state, _options!, new TunnelOptions(), TimeProvider.System.GetUtcNow());
        var view = await _target!.ObserveAsync(CancellationToken.None);
        return view.Plan(new PlanRequest(state.Instance, [.. resources], _ledger, view.Facts));
    }

    private Exposure Wish() => new()
    {
        // A hostname of its own: other tests' routes live in the same cluster.
        Id = Id, Hostname = Hostname.Parse($"{Namespace}.example.org"), Backend = new KubernetesBackend(Namespace, "web", "http"),
    };

    private Task ApplyAsync(ResourceType type, string manifest)
    {
        var json = JsonNode.Parse(manifest)!.AsObject();
        json["metadata"]!["namespace"] = Namespace;
        return Client.ApplyAsync(type, json, new ApplyOptions { FieldManager = "conformance" });
    }
}
