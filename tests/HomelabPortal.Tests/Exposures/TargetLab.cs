using System.Collections.Immutable;
using System.Text.Json.Nodes;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Dns.Snapshots;
using HomelabPortal.Dns.Writing;
using HomelabPortal.Exposures;
using HomelabPortal.Ingress;
using HomelabPortal.Lab;
using HomelabPortal.Logins;
using HomelabPortal.Logins.Writing;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Cloudflare.Access;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.History;
using HomelabPortal.Tunnels.Reading;
using HomelabPortal.Tunnels.Writing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Exposures;

/// <summary>The three targets against a simulated lab of their own, driven as the reconciler drives them but one step at a time.</summary>
internal sealed class TargetLab : IAsyncDisposable
{
    public const string Instance = "inst0001";
    private readonly LabConnections _connections;
    private readonly TunnelTurns _turns = new();
    private readonly TunnelDocumentHistory _history;

    private TargetLab(SimulatedLab lab, LabConnections connections, PortalDatabase database, TunnelOptions tunnels)
    {
        Lab = lab;
        Database = database;
        _connections = connections;
        Ingress = new IngressTarget(connections, Options.Create(new IngressOptions()));
        var dns = new Live<DnsState>(DnsState.Empty, TimeProvider.System);
        Dns = new DnsTarget(connections, dns, new ZoneSnapshotBook(database, database.Writer, TimeProvider.System));
        _history = new TunnelDocumentHistory(database, database.Writer, TimeProvider.System);
        Contention = new ContentionWatch(_history, new InsistBook(database, database.Writer, TimeProvider.System), dns);
        Logins = new LoginTarget(new TunnelAccount(connections), new LoginLook(TimeProvider.System), new Live<LoginState>(LoginState.Empty, TimeProvider.System));
        Tunnels = TunnelsOf(tunnels);
    }

    /// <summary>A policy that lets the household pass.</summary>
    public static LoginPolicy Household { get; } = new() { Id = "lp00000001", Name = "Household", Emails = ["ada@cowlab.org"] };

    public LoginTarget Logins { get; }

    public AccessState Access => Lab.CloudflareState.Access;

    public SimulatedLab Lab { get; }

    public PortalDatabase Database { get; }

    public IngressTarget Ingress { get; }

    public DnsTarget Dns { get; }

    public TunnelTarget Tunnels { get; }

    public ContentionWatch Contention { get; }

    public Ledger Ledger { get; set; } = Ledger.Empty;

    public FaultInjector Faults => Lab.Faults;

    public SimulatedZone Zone => Lab.CloudflareState.Zones[0];

    public SimulatedTunnel Tunnel => Lab.CloudflareState.Tunnels[0];

    public static async Task<TargetLab> StartAsync(TimeSpan? connectorDelay = null, string? kubernetesContext = null, TunnelOptions? tunnels = null)
    {
        var lab = await SimulatedLab.StartAsync(
            new SimulatedLabOptions { Lives = false, ConnectorDelay = connectorDelay ?? TimeSpan.Zero }, CancellationToken.None);
        var connections = new LabConnections(
            Options.Create(new KubernetesOptions { Kubeconfig = lab.Kubernetes.KubeconfigPath, Context = kubernetesContext }),
            Options.Create(new CloudflareOptions { ApiToken = lab.Cloudflare.Token, BaseAddress = lab.Cloudflare.BaseAddress, CallsPerFiveMinutes = 1200 }),
            Options.Create(new DockerOptions()), TimeProvider.System, NullLoggerFactory.Instance);
        var database = new PortalDatabase();
        await database.StartAsync();
        // The account has somebody else's tunnel as well.
        return new TargetLab(lab, connections, database, tunnels ?? new TunnelOptions { Id = lab.CloudflareState.Tunnels[0].Id.ToString() });
    }

    /// <summary>An exposure of a Service that the reference lab has.</summary>
    public static Exposure Wish(string host = "tv.cowlab.org", Visibility visibility = Visibility.Lan, string id = "ex00000001") => new()
    {
        Id = id, Hostname = Hostname.Parse(host), Backend = new KubernetesBackend("media", "jellyseerr", "http"),
        Visibility = visibility, IsPublicWithoutLogin = visibility == Visibility.Tunnel,
    };

    /// <summary>The same, on the Internet behind the login of the household.</summary>
    public static Exposure Guarded(string host = "tv.cowlab.org", string id = "ex00000001") =>
        Wish(host, Visibility.Tunnel, id) with { IsPublicWithoutLogin = false, LoginPolicy = Household.Id };

    /// <summary>Looks at one target and plans for it, with the facts of all.</summary>
    public async Task<Plan> PlanAsync(ITarget target, params Exposure[] exposures)
    {
        var state = new DesiredState { Instance = Instance, Exposures = [.. exposures] };
        var resources = ExposureCompiler.Compile(state, new IngressOptions(), new TunnelOptions(), GoldenCase.Now).ToImmutableArray();
        var view = await target.ObserveAsync(CancellationToken.None);
        return view.Plan(new PlanRequest(Instance, resources, Ledger, new LabFacts("10.0.0.99", Tunnel.Id.ToString(), Leads: ImmutableDictionary<string, TunnelLead>.Empty).Merge(view.Facts)));
    }

    /// <summary>Applies a plan stage by stage and keeps the ledger as the journal would.</summary>
    public async Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ITarget target, Plan plan)
    {
        var outcomes = new List<ChangeOutcome>();
        foreach (var stage in plan.Changes.GroupBy(change => change.Stage).OrderBy(stage => stage.Key))
            outcomes.AddRange(await target.ApplyAsync([.. stage], CancellationToken.None));
        foreach (var outcome in outcomes.Where(outcome => outcome.Succeeded))
        {
            Ledger = new Ledger(outcome.Entry is null
                ? Ledger.Entries.Remove(outcome.Change.Key)
                : Ledger.Entries.SetItem(outcome.Change.Key, outcome.Entry));
        }

        return outcomes;
    }

    public async Task<IReadOnlyList<ChangeOutcome>> ApplyAsync(ITarget target, params Exposure[] exposures) =>
        await ApplyAsync(target, await PlanAsync(target, exposures));

    /// <summary>The write is done but its answer is lost, and from then on the system does not answer at all.</summary>
    public async Task<IReadOnlyList<ChangeOutcome>> LoseAndBlindAsync(FaultMatch write, Func<Task<IReadOnlyList<ChangeOutcome>>> act)
    {
        // Held back until the reads that follow it are sure to fail.
        var held = Faults.Add(write, new FaultEffect.Latency(TimeSpan.FromSeconds(1)));
        Faults.Add(write, new FaultEffect.LostResponse());
        var acting = act();
        while (held.Hits == 0)
            await Task.Yield();
        Faults.Add(new FaultMatch { System = write.System, Verb = "GET" }, new FaultEffect.Status(503));
        return await acting;
    }

    /// <summary>Everything of a kind that does not carry our mark, byte for byte.</summary>
    public string ForeignObjects(string group, string plural) => string.Join('\n', Lab.KubernetesStore.List(group, plural)
        .Where(item => (string?)item["metadata"]?["labels"]?[KubernetesMarks.ManagedBy] != KubernetesMarks.FieldManager)
        .Select(item => item.ToJsonString()));

    public string ForeignRecords() => string.Join('\n', Zone.Records
        .Where(record => DnsMark.Read((string?)record["comment"]) is null)
        .Select(record => record.ToJsonString()));

    public IReadOnlyList<JsonObject> RecordsAt(string name) => [.. Zone.Records.Where(record => (string?)record["name"] == name)];

    /// <summary>As after a start with another tunnel set.</summary>
    public TunnelTarget TunnelsThrough(SimulatedTunnel tunnel) => TunnelsOf(new TunnelOptions { Id = tunnel.Id.ToString() });

    private TunnelTarget TunnelsOf(TunnelOptions options) => new(
        new TunnelAccount(_connections), _history, Contention, _turns, new Live<TunnelState>(TunnelState.Empty, TimeProvider.System), Options.Create(options), TimeProvider.System);

    public async ValueTask DisposeAsync()
    {
        _turns.Dispose();
        _connections.Dispose();
        Database.Dispose();
        await Lab.DisposeAsync();
    }
}
