using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Activity;
using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Hostnames.Probing;
using HomelabPortal.Ingress;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Reconcile;
using HomelabPortal.Tests.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Access.Pages;

/// <summary>A page of one person with the real acts behind it: table of rights, audit and database.</summary>
internal sealed class ActsPage : IAsyncDisposable
{
    private readonly PortalDatabase _database = new();

    private ActsPage(Role role)
    {
        Context.Person.Becomes(role);
        Activity = new Live<ActivityState>(ActivityState.Empty, Context.Clock);
    }

    public UiContext Context { get; } = new();

    public Live<ActivityState> Activity { get; }

    public PersonAt Person => Context.Person;

    public DesiredStore Store { get; private set; } = default!;

    public PortalDatabase Database => _database;

    /// <param name="prepare">Adds what the page needs besides, before the first component is drawn.</param>
    public static async Task<ActsPage> OpenAsync(Role role, Action<ActsPage>? prepare = null)
    {
        var page = new ActsPage(role);
        page.Store = await page._database.StartAsync();
        var (services, time) = (page.Context.Services, page.Context.Clock);
        var runner = new ActionRunner(page.Person.Authority, new AuditLog(page._database.Writer, time), NullLogger<ActionRunner>.Instance);
        services.AddSingleton(new DesiredActs(page.Store, runner, new BrakeConfirmation(), page.Person.Authority, new Signal()));
        services.AddSingleton(page.Store);
        services.AddSingleton(page.Store.Live);
        var views = new TargetViews([], time, NullLogger<TargetViews>.Instance);
        services.AddSingleton(new PlanPreview(page.Store, [new FakeCompiler()], views, new Journal(page._database, page._database.Writer, time), time));
        services.AddSingleton(page.Activity);
        // An exposure's page shows how it answers from outside; nothing is asked here.
        services.AddSingleton(new Live<ProbeState>(ProbeState.Empty, time));
        services.AddSingleton(new ProbeActs(runner, null!));
        // What stands behind an exposure is told by the Docker hosts, of which there are none here.
        services.AddSingleton(new Live<DockerState>(DockerState.Empty, time));
        services.AddSingleton(Options.Create(new IngressOptions()));
        prepare?.Invoke(page);
        page.Context.SetRendererInfo(new RendererInfo("Server", true));
        return page;
    }

    public async ValueTask DisposeAsync()
    {
        await Context.DisposeAsync();
        _database.Dispose();
    }
}
