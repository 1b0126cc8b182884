using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Cluster.Shell;
using HomelabPortal.Docker;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Gpu.Work;
using HomelabPortal.Gpu.Work.Pages;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Access.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Gpu.Work.Pages;

public sealed class HostContainerPageTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Overview_OfAForeignContainer_SaysWhoKeepsItAndWhatThePortalDoes()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab);

        var shown = Show(page, lab, "comfyui");

        await shown.WaitForAssertionAsync(() => Assert.Contains("Kept by the compose project comfyui", shown.Markup, StringComparison.Ordinal), _patience);
        Assert.Contains("sees, starts and stops it", shown.Markup, StringComparison.Ordinal);
        Assert.Contains("8188/tcp", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overview_OfAContainerThatWasKilled_SaysWhy()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab);

        var shown = Show(page, lab, "vllm");

        await shown.WaitForAssertionAsync(() => Assert.Contains("exit code 137", shown.Markup, StringComparison.Ordinal), _patience);
        Assert.Null(shown.WhyNot("Start vllm"));
    }

    [Fact]
    public async Task Inspect_ShowsTheNameOfASecretAndNotItsValue()
    {
        await using var lab = await WorkLab.StartAsync();
        await lab.RunAsync("byhand", new ContainerSpec { Image = "lab/busybox:1", Cmd = ["serve", "--note", "hunter2-hunter2"], Env = ["DB_PASSWORD=hunter2-hunter2"] });
        await using var page = await OpenAsync(lab);

        var shown = Show(page, lab, "byhand", "inspect");

        await shown.WaitForAssertionAsync(() => Assert.Contains("DB_PASSWORD=", shown.Markup, StringComparison.Ordinal), _patience);
        Assert.DoesNotContain("hunter2", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspect_ForAViewer_IsNotInThePage()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, Role.Viewer);

        var shown = Show(page, lab, "comfyui", "inspect");

        Assert.Contains("Not shown to you", shown.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("HostConfig", shown.Markup, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("comfyui", Role.Operator, "A shell in comfyui")]
    [InlineData("vllm", Role.Operator, "vllm does not run")]
    [InlineData("comfyui", Role.Viewer, "You may not open a shell")]
    public async Task Shell_OfAContainer_IsOfferedOrSaysWhyNot(string name, Role role, string words)
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, role);

        Assert.Contains(words, Show(page, lab, name, "shell").Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_OfAContainer_AreReadFromItsHostWithoutAChoiceOfRuns()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, Role.Operator);

        var shown = Show(page, lab, "comfyui", "logs");

        Assert.Contains($"kind=Container&amp;namespace={lab.Name}&amp;name=comfyui", shown.Find("a[download]").OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Previous run", shown.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stop_AsksFirstAndTellsWhatCameOfIt()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, Role.Operator);
        var shown = Show(page, lab, "comfyui");

        await shown.Button("Stop comfyui").ClickAsync();
        Assert.True(lab.Find("comfyui").IsRunning);
        await shown.Button("Stop the container comfyui").ClickAsync();

        await shown.WaitForAssertionAsync(() => Assert.False(lab.Find("comfyui").IsRunning), _patience);
        await shown.WaitForAssertionAsync(() => Assert.Contains(page.Context.Toasts.Entries, toast => toast.Toast.Text == "Stopped comfyui"), _patience);
    }

    [Fact]
    public async Task Buttons_ForAViewer_SayWhoMay()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, Role.Viewer);

        Assert.Contains("operator", Show(page, lab, "comfyui").WhyNot("Restart comfyui"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("stop", "Stop comfyui?")]
    [InlineData("restart", "Restart comfyui?")]
    [InlineData("start", null)]
    public async Task Address_ThatAsksForAnAct_OpensItsDialogWhereItMakesSense(string ask, string? title)
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab);
        page.Context.Services.GetRequiredService<NavigationManager>().NavigateTo($"{WorkAddress.Page(lab.Name, "comfyui", null)}?ask={ask}");

        var shown = page.Context.Render<HostContainerPage>(parameters => parameters.Add(one => one.Host, lab.Name).Add(one => one.Name, "comfyui"));

        Assert.Equal(title, shown.FindAll("dialog h2").Select(heading => heading.TextContent).FirstOrDefault());
    }

    [Fact]
    public async Task TakeOver_OfWhatComposeKeeps_SaysWhyNot()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab, Role.Operator);

        Assert.Contains("kept by the compose project comfyui", Show(page, lab, "comfyui").WhyNot("Take over"), StringComparison.Ordinal);
        Assert.Empty(Show(page, lab, "comfyui").FindAll("a[href*=adopt]"));
        Assert.NotEmpty(Show(page, lab, "whisper").FindAll("a[href*=adopt]"));
    }

    [Fact]
    public async Task Page_OfWhatIsNotThere_SaysSo()
    {
        await using var lab = await WorkLab.StartAsync();
        await using var page = await OpenAsync(lab);

        Assert.Contains("This container is not there", Show(page, lab, "nobody").Markup, StringComparison.Ordinal);
        Assert.Contains("There is no such Docker host", page.Context.Render<HostContainerPage>(parameters => parameters.Add(one => one.Host, "nowhere").Add(one => one.Name, "x")).Markup, StringComparison.Ordinal);
    }

    private static IRenderedComponent<HostContainerPage> Show(ActsPage page, WorkLab lab, string name, string? tab = null)
    {
        page.Context.Services.GetRequiredService<NavigationManager>().NavigateTo(WorkAddress.Page(lab.Name, name, tab));
        return page.Context.Render<HostContainerPage>(parameters => parameters.Add(shown => shown.Host, lab.Name).Add(shown => shown.Name, name));
    }

    private static async Task<ActsPage> OpenAsync(WorkLab lab, Role role = Role.Admin)
    {
        var containers = await lab.Client.ListContainersAsync(null, CancellationToken.None);
        return await ActsPage.OpenAsync(role, page =>
        {
            var (services, time) = (page.Context.Services, page.Context.Clock);
            services.AddSingleton<IReadOnlyList<DockerHost>>([lab.Host]);
            var live = new Live<DockerState>(DockerState.Empty, time);
            live.Publish(new DockerState([new DockerHostState(lab.Name, null, [.. containers.Select(DockerContainer.From)], time.GetUtcNow(), null)]));
            services.AddSingleton(live);
            services.AddSingleton(new ContainerSecrets(page.Database, null!, time));
            services.AddSingleton(new ActionRunner(page.Person.Authority, new AuditLog(page.Database.Writer, time), NullLogger<ActionRunner>.Instance));
            services.AddSingleton(new Random(1));
            services.AddSingleton(Options.Create(new ShellOptions()));
            services.AddSingleton(new Live<ReconcileStatus>(ReconcileStatus.NotStarted, time));
            services.AddContainerWork();
        });
    }
}
