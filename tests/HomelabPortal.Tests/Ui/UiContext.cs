using Bunit;
using HomelabPortal.CloudflareAccount;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access;
using HomelabPortal.Ui.Acts;
using HomelabPortal.Ui.Icons;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;

namespace HomelabPortal.Tests.Ui;

/// <summary>A page to render components on, with a clock of its own and the browser's part left out.</summary>
internal sealed class UiContext : BunitContext
{
    private bool _isSettled;

    /// <summary>A second, the default of the library, is too short for a machine that is busy with everything else.</summary>
    static UiContext() => DefaultWaitTimeout = TimeSpan.FromSeconds(30);

    public UiContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddSingleton(Toasts = new ToastQueue(Clock));
        Services.AddScoped<PortalScript>();
        Services.AddSingleton<IWebHostEnvironment>(new Environment());
        Services.AddSingleton<AppIcons>();
        Person = new PersonAt(this, Role.Admin, Clock);
        Services.AddLogging();
        Services.AddSingleton(new Live<AccountState>(AccountState.Unknown, Clock));
        Services.AddSingleton<WhyNotCloudflare>();
        // What pages read on demand is not there, unless a test connects a cluster.
        Services.AddSingleton(new ClusterSource(null, "No cluster is connected."));
        Services.AddObjects();
    }

    public ManualTimeProvider Clock { get; } = new();

    public ToastQueue Toasts { get; }

    /// <summary>Who looks at the page; an admin unless a test says otherwise.</summary>
    public PersonAt Person { get; }

    /// <summary>Pages are connected unless a test says otherwise; services cannot be added once that is settled, so it is settled late.</summary>
    public override IRenderedComponent<TComponent> Render<TComponent>(Action<ComponentParameterCollectionBuilder<TComponent>>? parameterBuilder = null)
    {
        if (!_isSettled)
            SetRendererInfo(new RendererInfo("Server", true));
        return base.Render(parameterBuilder);
    }

    public new void SetRendererInfo(RendererInfo? rendererInfo)
    {
        _isSettled = true;
        base.SetRendererInfo(rendererInfo);
    }

    private sealed class Environment : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = "";

        public IFileProvider WebRootFileProvider { get; set; } = new OneSprite();

        public string ApplicationName { get; set; } = "HomelabPortal";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();

        public string ContentRootPath { get; set; } = "";

        public string EnvironmentName { get; set; } = "Test";
    }
}
