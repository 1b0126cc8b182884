using System.Text.Json.Nodes;
using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Cluster;
using HomelabPortal.Desired;
using HomelabPortal.Dns;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tunnels;
using HomelabPortal.Tunnels.Acts;
using HomelabPortal.Tunnels.Editing;
using HomelabPortal.Tunnels.History;
using HomelabPortal.Tunnels.Reading;
using HomelabPortal.Tunnels.Writing;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Tunnels.Pages;

/// <summary>The pages of tunnels as one person sees them, over states that a test publishes; acts reach a simulated Cloudflare where there is one.</summary>
internal sealed class TunnelPagesLab : IAsyncDisposable
{
    public const string Id = "aaaaaaaa-1111-2222-3333-444444444444";

    public static readonly LiveTunnel Home = new(Id, "home", "healthy", true, Document(
        """{"hostname":"tv.cowlab.org","service":"http://jellyfin:8096"}""",
        """{"hostname":"files.cowlab.org","service":"http://10.0.0.20:8080","originRequest":{"connectTimeout":10}}""",
        """{"service":"http_status:404"}"""), 7, [new LiveConnector("c1", 7) { Version = "2026.10.0" }]);

    private readonly SimulatedLab? _lab;
    private readonly LabConnections _connections;
    private readonly TunnelTurns _turns = new();

    private TunnelPagesLab(ActsPage page, SimulatedLab? lab)
    {
        var (services, time) = (page.Context.Services, page.Context.Clock);
        (Page, _lab) = (page, lab);
        Tunnels = new Live<TunnelState>(TunnelState.Empty, time);
        Dns = new Live<DnsState>(DnsState.Empty, time);
        Status = new Live<ReconcileStatus>(ReconcileStatus.NotStarted with { Policy = ChangePolicy.Sync }, time);
        _connections = new LabConnections(
            Options.Create(new KubernetesOptions()),
            Options.Create(lab is null ? new CloudflareOptions() : new CloudflareOptions { ApiToken = lab.Cloudflare.Token, BaseAddress = lab.Cloudflare.BaseAddress }),
            Options.Create(new DockerOptions()), TimeProvider.System, NullLoggerFactory.Instance);
        History = new TunnelDocumentHistory(page.Database, page.Database.Writer, time);
        var contention = new ContentionWatch(History, new InsistBook(page.Database, page.Database.Writer, time), Dns);
        var account = new TunnelAccount(_connections);
        var runner = new ActionRunner(page.Person.Authority, new AuditLog(page.Database.Writer, time), NullLogger<ActionRunner>.Instance);
        services.AddSingleton(Tunnels);
        services.AddSingleton(Dns);
        services.AddSingleton(Status);
        services.AddSingleton(new Live<ClusterState>(ClusterState.Connecting, time));
        services.AddSingleton(new DesiredIds(new Random(1)));
        services.AddSingleton(History);
        services.AddSingleton(new TunnelActs(runner, account, page.Store, Tunnels, Dns, contention, new Signal()));
        services.AddSingleton(new TunnelRestore(runner, account, page.Store, History, _turns, contention, new Signal()));
        services.AddSingleton<RuleAdoption>();
    }

    public ActsPage Page { get; }

    public Live<TunnelState> Tunnels { get; }

    public Live<DnsState> Dns { get; }

    public Live<ReconcileStatus> Status { get; }

    public TunnelDocumentHistory History { get; }

    public DesiredStore Store => Page.Store;

    public SimulatedLab Lab => _lab ?? throw new InvalidOperationException("This test has no simulated Cloudflare.");

    public static JsonObject Document(params string[] rules) => JsonNode.Parse($$"""{"ingress":[{{string.Join(',', rules)}}]}""")!.AsObject();

    public static async Task<TunnelPagesLab> OpenAsync(Role role = Role.Admin, bool hasCloudflare = false)
    {
        var simulated = hasCloudflare
            ? await SimulatedLab.StartAsync(new SimulatedLabOptions { Lives = false, ConnectorDelay = TimeSpan.Zero }, CancellationToken.None)
            : null;
        TunnelPagesLab? lab = null;
        await ActsPage.OpenAsync(role, page => lab = new TunnelPagesLab(page, simulated));
        lab!.Dns.Publish(DnsState.Empty);
        return lab;
    }

    public void Publish(params LiveTunnel[] tunnels) => Tunnels.Publish(new TunnelState("acc1", [.. tunnels], tunnels is [var first, ..] ? first.Id : null, null));

    /// <summary>A rule of ours that stands in the tunnel.</summary>
    public Task PutAsync(TunnelEntry entry) =>
        Page.Context.Services.GetRequiredService<DesiredActs>().SaveAsync(new DesiredEdit.PutTunnelEntry(entry), "test", Page.Context.Services.GetRequiredService<CurrentActor>().Actor, CancellationToken.None);

    public IRenderedComponent<TPage> Open<TPage>(string address, Action<ComponentParameterCollectionBuilder<TPage>>? parameters = null)
        where TPage : IComponent
    {
        Page.Context.Services.GetRequiredService<NavigationManager>().NavigateTo(address);
        return Page.Context.Render(parameters);
    }

    public async ValueTask DisposeAsync()
    {
        await Page.DisposeAsync();
        _turns.Dispose();
        _connections.Dispose();
        if (_lab is not null)
            await _lab.DisposeAsync();
    }
}
