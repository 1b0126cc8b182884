using System.Collections.Immutable;
using Bunit;
using HomelabPortal.Access;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Adopting;
using HomelabPortal.Gpu.Containers.Checking;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Pages;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Containers.Updates;
using HomelabPortal.Gpu.Containers.Updates.Checking;
using HomelabPortal.Gpu.Containers.Updates.Keeping;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Access.Pages;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Gpu.Containers.Updates;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ContainerState = HomelabPortal.Gpu.Containers.Writing.ContainerState;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Gpu.Containers.Pages;

public sealed class ContainerPagesTests
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task List_WithNothingWanted_OffersTheFirst()
    {
        await using var page = await OpenAsync();

        Assert.Contains("No container is wanted here yet", page.Context.Render<ContainersPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WithoutADockerHost_NamesTheSetting()
    {
        await using var page = await OpenAsync(hasHost: false);

        Assert.Contains("Docker:Hosts", page.Context.Render<ContainersPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_WhileAnImageComes_SaysHowFarItIs()
    {
        await using var page = await OpenAsync();
        await PutAsync(page, Wish.Container());
        page.Context.Services.GetRequiredService<Live<PullState>>().Publish(new PullState(PullState.Empty.Pulls.Add(
            new PullKey(Wish.Host, "ollama/ollama:0.6.2"), new ImagePull("ollama/ollama:0.6.2", 3L << 30, 8L << 30))));

        var row = page.Context.Render<ContainersPage>().Find("tbody tr").TextContent;

        Assert.Contains("Pulling", row, StringComparison.Ordinal);
        Assert.Contains("3 GiB of 8 GiB", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Container_WithASecret_ShowsOnlyThatThereIsOne()
    {
        await using var page = await OpenAsync();
        await PutAsync(page, Wish.Container() with { Variables = [new ContainerVariable { Name = "HF_TOKEN", Secret = "secret-name" }] });

        var text = Show(page).Markup;

        Assert.Contains("HF_TOKEN", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret-name", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Container_WithASecretInItsTexts_ShowsAViewerThatThereIsOne()
    {
        await using var page = await OpenAsync(Role.Viewer);
        await PutAsync(page, Wish.Container() with
        {
            Command = ["serve", "--api-key", "canary-1"], Variables = [new ContainerVariable { Name = "DATABASE_URL", Value = "postgres://u:canary-2@db" }],
            Labels = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("app.token", "canary-3"), Health = new HealthProbe("curl http://u:canary-4@127.0.0.1/"),
        });

        var text = Show(page).Markup;

        Assert.Contains("--api-key", text, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Buttons_OfAContainer_TellAViewerWhoMay()
    {
        await using var page = await OpenAsync(Role.Viewer);
        await PutAsync(page, Wish.Container());

        var shown = Show(page);

        Assert.All(new[] { "Stop", "Remove" }, words => Assert.Contains("operator", shown.WhyNot(words), StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("stop", "Stop ollama?")]
    [InlineData("restart", "Restart ollama?")]
    public async Task Address_ThatAsksForAnAct_OpensItsDialog(string ask, string title)
    {
        await using var page = await OpenAsync(Role.Operator);
        await PutAsync(page, Wish.Container());
        page.Context.Services.GetRequiredService<NavigationManager>().NavigateTo($"/gpu/containers/ct00000001?ask={ask}");

        Assert.Contains(title, Show(page).FindAll("dialog h2").Select(heading => heading.TextContent));
    }

    [Fact]
    public async Task Stop_OfAContainer_IsSavedFromItsPlan()
    {
        await using var page = await OpenAsync(Role.Operator);
        await PutAsync(page, Wish.Container());
        var shown = Show(page);

        await shown.Button("Stop").ClickAsync();
        await shown.WaitForAssertionAsync(() => Assert.Null(shown.WhyNot("Stop the container gpu/ollama")), _patience);
        await shown.Button("Stop the container gpu/ollama").ClickAsync();

        await shown.WaitForAssertionAsync(() => Assert.True(page.Store.Current.FindContainer("ct00000001")!.IsStopped), _patience);
    }

    [Fact]
    public async Task Form_FromATemplate_WantsWhatItSays()
    {
        await using var page = await OpenAsync(Role.Operator);
        var form = page.Context.Render<ContainerEditPage>();

        await form.Find("#container-template").ChangeAsync("ollama");
        await form.Find("form").SubmitAsync();
        await form.WaitForAssertionAsync(() => Assert.Null(form.WhyNot("Create the container gpu/ollama")), _patience);
        await form.Button("Create the container gpu/ollama").ClickAsync();

        await form.WaitForAssertionAsync(() => Assert.Single(page.Store.Current.Containers), _patience);
        var container = page.Store.Current.Containers[0];
        Assert.Equal((Wish.Host, "10.0.0.160", true), (container.Host, container.Ports[0].Address, container.Gpu is not null));
    }

    [Fact]
    public async Task Form_WithFaults_TellsEachAtItsField()
    {
        await using var page = await OpenAsync(Role.Operator);
        var form = page.Context.Render<ContainerEditPage>();

        await form.Find("#container-template").ChangeAsync("");
        await form.Find("#container-volumes").ChangeAsync("/etc:/x");
        await form.Find("form").SubmitAsync();

        Assert.All(new[] { "#container-name-error", "#container-image-error", "#container-volumes-error" }, field => Assert.NotEmpty(form.Find(field).TextContent));
        Assert.Empty(page.Store.Current.Containers);
    }

    [Fact]
    public async Task Form_WithAFaultUnderMore_OpensItAtTheField()
    {
        await using var page = await OpenAsync(Role.Operator);
        var form = page.Context.Render<ContainerEditPage>();
        Assert.False(form.Find("details.more").HasAttribute("open"));

        await form.Find("#container-memory").ChangeAsync("much");
        await form.Find("form").SubmitAsync();

        Assert.True(form.Find("details.more").HasAttribute("open"));
        Assert.Contains("MiB", form.Find("#container-memory-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rights_ForAnOperator_CannotBeTicked()
    {
        await using var page = await OpenAsync(Role.Operator);

        var form = page.Context.Render<ContainerEditPage>();

        Assert.True(form.Find("#container-unsafe").HasAttribute("disabled"));
        Assert.Contains("admin", form.Find("#container-unsafe-help").TextContent, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Rights_GivenByAnAdmin_AreConfirmedByTheName()
    {
        await using var page = await OpenAsync();
        var form = page.Context.Render<ContainerEditPage>();

        await form.Find("#container-template").ChangeAsync("ollama");
        await form.Find("#container-unsafe").ChangeAsync(true);
        await form.Find(".rights input").ChangeAsync(true);
        await form.Find("form").SubmitAsync();

        const string Words = "Create the container gpu/ollama, which may reach into its host";
        await form.WaitForAssertionAsync(() => Assert.Contains("Type ollama first", form.WhyNot(Words), StringComparison.Ordinal), _patience);
        Assert.Empty(page.Store.Current.Containers);
    }

    [Fact]
    public async Task Version_ThatIsNewer_IsWantedFromItsPlan()
    {
        await using var page = await OpenAsync(Role.Operator);
        await PutAsync(page, Wish.Container(image: Versions.Image));
        Tell(page, Versions.State(Versions.Told('b'), Versions.On('a')), Versions.Running('a'));
        var shown = Show(page);

        Assert.Contains("New version", shown.Markup, StringComparison.Ordinal);
        await shown.Button("Update").ClickAsync();
        await shown.WaitForAssertionAsync(() => Assert.Null(shown.WhyNot("Update the container gpu/ollama")), _patience);
        Assert.Contains("the present one takes 3 GiB", shown.Markup, StringComparison.Ordinal);
        await shown.Button("Update the container gpu/ollama").ClickAsync();

        await shown.WaitForAssertionAsync(() => Assert.Equal(Versions.Digest('b'), page.Store.Current.FindContainer("ct00000001")!.Digest), _patience);
    }

    [Fact]
    public async Task FormerVersion_OnTheHost_CanBeGoneBackTo()
    {
        await using var page = await OpenAsync(Role.Operator);
        await PutAsync(page, Wish.Container(image: Versions.Image) with { Digest = Versions.Digest('b') });
        var kept = new KeptName("ct00000001", Versions.Now.AddDays(-3), Versions.Now.AddDays(-1)).ToString();
        Tell(page, Versions.State(Versions.Told('b'), Versions.On('b'), Versions.On('a', tags: kept)), Versions.Running('b'));
        var shown = Show(page);

        await shown.Button("Go back to aaaaaaaaaaaa").ClickAsync();
        await shown.WaitForAssertionAsync(() => Assert.Null(shown.WhyNot("Roll back the container gpu/ollama")), _patience);
        Assert.Contains("nothing is pulled", shown.Markup, StringComparison.Ordinal);
        await shown.Button("Roll back the container gpu/ollama").ClickAsync();

        await shown.WaitForAssertionAsync(() => Assert.Equal(Versions.Digest('a'), page.Store.Current.FindContainer("ct00000001")!.Digest), _patience);
        Assert.Equal<string>([Versions.Digest('b')], page.Store.Current.FindContainer("ct00000001")!.LeftDigests);
    }

    [Fact]
    public async Task Version_ForAViewer_SaysWhoMay()
    {
        await using var page = await OpenAsync(Role.Viewer);
        await PutAsync(page, Wish.Container(image: Versions.Image));
        Tell(page, Versions.State(Versions.Told('b'), Versions.On('a')), Versions.Running('a'));

        var shown = Show(page);

        Assert.All(new[] { "Update", "Check now" }, words => Assert.Contains("operator", shown.WhyNot(words), StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Registry_ThatWantsALogin_IsSaidInWords()
    {
        await using var page = await OpenAsync();
        await PutAsync(page, Wish.Container(image: Versions.Image));
        Tell(page, Versions.State(Versions.Failed(FindingFault.SignIn), Versions.On('a')), Versions.Running('a'));

        Assert.Contains("Docker Hub wants a login for this image", Show(page).Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Form_WithASchedule_WantsItInTheChosenZone()
    {
        await using var page = await OpenAsync(Role.Operator);
        await PutAsync(page, Wish.Container());
        var form = page.Context.Render<ContainerEditPage>(parameters => parameters.Add(shown => shown.Id, "ct00000001"));

        await form.Find("input[value=Window]").ChangeAsync("Window");
        await form.Find("#update-zone").ChangeAsync("Europe/Berlin");
        await form.Find("form").SubmitAsync();
        await form.WaitForAssertionAsync(() => Assert.Null(form.WhyNot("Change the container gpu/ollama")), _patience);
        await form.Button("Change the container gpu/ollama").ClickAsync();

        await form.WaitForAssertionAsync(() => Assert.True(page.Store.Current.FindContainer("ct00000001")!.Updates.IsScheduled), _patience);
        Assert.Equal((new TimeOnly(3, 0), "Europe/Berlin"), (page.Store.Current.Containers[0].Updates.Window!.From, page.Store.Current.Containers[0].Updates.Window!.TimeZone));
    }

    private static void Tell(ActsPage page, UpdateState updates, params DockerContainer[] containers)
    {
        page.Context.Services.GetRequiredService<Live<UpdateState>>().Publish(updates);
        page.Context.Services.GetRequiredService<Live<DockerState>>().Publish(Versions.Docker(containers));
    }

    [Fact]
    public async Task Remove_OfOneThatIsExposed_TakesItsNamesAlongOnlyWhenAsked()
    {
        await using var page = await OpenAsync();
        await PutAsync(page, Wish.Container());
        var backend = new ContainerBackend(Wish.Host, "ollama", 11434) { Address = "10.0.0.160", HostPort = 11434 };
        await page.Store.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure() with { Backend = backend }), "test", Desire.Owner, null, CancellationToken.None);
        await Assert.ThrowsAsync<DesiredConflictException>(() => page.Store.SaveAsync(new DesiredEdit.RemoveContainer("ct00000001"), "test", Desire.Owner, null, CancellationToken.None));
        var shown = Show(page);

        await shown.Button("Remove").ClickAsync();
        await shown.WaitForAssertionAsync(() => Assert.Contains("exposed", shown.WhyNot("Remove the container gpu/ollama"), StringComparison.Ordinal), _patience);
        await shown.Find("#takes-doors").ChangeAsync(true);
        await shown.Find("#plan-typed").InputAsync("ollama");
        await shown.WaitForAssertionAsync(() => Assert.Null(shown.WhyNot("Remove the container gpu/ollama")), _patience);
        await shown.Button("Remove the container gpu/ollama").ClickAsync();

        await shown.WaitForAssertionAsync(() => Assert.Empty(page.Store.Current.Containers), _patience);
        Assert.Empty(page.Store.Current.Exposures);
    }

    [Fact]
    public async Task Container_ThatEndedWithoutAFailure_IsNotSaidToRun()
    {
        await using var page = await OpenAsync(Role.Operator);
        var job = Wish.Container() with { Restart = RestartRule.No };
        await PutAsync(page, job);
        var there = new LiveContainer { Id = "1", Name = job.Name, State = "exited", Instance = page.Store.Current.Instance, App = job.Id };
        page.Context.Services.GetRequiredService<Live<ContainerState>>().Publish(new ContainerState([LiveHost.Unseen(Wish.Host, "") with { Fault = null, Containers = [there] }]));
        page.Context.Services.GetRequiredService<Live<ReconcileStatus>>().Publish(ReconcileStatus.NotStarted with
        {
            Policy = ChangePolicy.Sync, Judged = page.Store.Current, Owners = ImmutableDictionary<string, OwnerStatus>.Empty.Add(job.Id, new OwnerStatus(job.Id, OwnerPhase.InPlace, [], null)),
        });

        Assert.Contains("Ended", page.Context.Render<ContainersPage>().Find("tbody tr").TextContent, StringComparison.Ordinal);
        var shown = Show(page);
        Assert.DoesNotContain("Running", shown.Markup, StringComparison.Ordinal);
        await shown.Button("Run it again").ClickAsync();
        await shown.WaitForAssertionAsync(() => Assert.Null(shown.WhyNot("Make anew the container gpu/ollama")), _patience);
        await shown.Button("Make anew the container gpu/ollama").ClickAsync();

        await shown.WaitForAssertionAsync(() => Assert.Equal(1, page.Store.Current.FindContainer(job.Id)!.Attempt), _patience);
    }

    [Fact]
    public async Task Start_OfWhatDoesNotFit_OffersToStopTheLessImportantOne()
    {
        await using var page = await OpenAsync(Role.Operator);
        var running = Wish.Container() with { Gpu = GpuRequest.All, Lease = new GpuLease(false, null, 0) };
        await PutAsync(page, running);
        await PutAsync(page, Wish.Container("vllm", "ct00000002") with { Gpu = GpuRequest.All, Lease = new GpuLease(true, null, 5), IsStopped = true });
        var there = new LiveContainer { Id = "1", Name = running.Name, State = "running", Instance = page.Store.Current.Instance, App = running.Id };
        page.Context.Services.GetRequiredService<Live<ContainerState>>().Publish(new ContainerState([LiveHost.Unseen(Wish.Host, "") with { Fault = null, Containers = [there] }]));
        var shown = page.Context.Render<ContainerPage>(parameters => parameters.Add(found => found.Id, "ct00000002"));

        await shown.Button("Start").ClickAsync();
        Assert.Contains("It wants the GPU for itself, and ollama runs on it.", shown.Find(".choices").TextContent, StringComparison.Ordinal);
        await shown.Find("input[value=StopLower]").ChangeAsync("StopLower");
        await shown.WaitForAssertionAsync(() => Assert.Null(shown.WhyNot("Start the container gpu/vllm")), _patience);
        await shown.Button("Start the container gpu/vllm").ClickAsync();

        await shown.WaitForAssertionAsync(() => Assert.True(page.Store.Current.FindContainer(running.Id)!.IsStopped), _patience);
        Assert.False(page.Store.Current.FindContainer("ct00000002")!.IsStopped);
    }

    private static IRenderedComponent<ContainerPage> Show(ActsPage page) => page.Context.Render<ContainerPage>(parameters => parameters.Add(shown => shown.Id, "ct00000001"));

    private static Task PutAsync(ActsPage page, DesiredContainer container) =>
        page.Store.SaveAsync(new DesiredEdit.PutContainer(container), "test", Desire.Owner, null, CancellationToken.None);

    private static Task<ActsPage> OpenAsync(Role role = Role.Admin, bool hasHost = true) => ActsPage.OpenAsync(role, page =>
    {
        var (services, time) = (page.Context.Services, page.Context.Clock);
        // Nothing listens there, and nothing asks it.
        var client = new DockerClient(DockerConnection.FromAddress("http://127.0.0.1:1"), TimeProvider.System);
        services.AddSingleton<IReadOnlyList<DockerHost>>(hasHost ? [new DockerHost(Wish.Host, "10.0.0.160", client)] : []);
        services.AddSingleton(new Live<ContainerState>(ContainerState.Empty, time));
        services.AddSingleton(new Live<PullState>(PullState.Empty, time));
        services.AddSingleton(new Live<ReconcileStatus>(ReconcileStatus.NotStarted with { Policy = ChangePolicy.Sync }, time));
        services.AddSingleton(new Live<UpdateState>(UpdateState.Empty, time));
        services.AddSingleton(new Live<DockerState>(DockerState.Empty, time));
        services.AddSingleton(provider => new ImageWatch(
            [], provider.GetRequiredService<Live<DockerState>>(), page.Store, provider.GetRequiredService<Live<UpdateState>>(), Options.Create(new ContainerOptions()), new Random(1), time,
            NullLogger<ImageWatch>.Instance));
        services.AddSingleton<UpdateActs>();
        services.AddSingleton(new DesiredIds(new Random(1)));
        services.AddSingleton(Options.Create(new ContainerOptions()));
        services.AddSingleton(new ContainerSecrets(page.Database, null!, time));
        services.AddSingleton(new Signal());
        services.AddSingleton(new ActionRunner(page.Person.Authority, new AuditLog(page.Database.Writer, time), NullLogger<ActionRunner>.Instance));
        services.AddSingleton(provider => new ImagePulls(provider.GetRequiredService<Live<PullState>>(), new Signal(), time, NullLogger<ImagePulls>.Instance));
        services.AddSingleton<ContainerDesk>();
        services.AddSingleton<ContainerActs>();
        services.AddSingleton<ContainerRemoval>();
        services.AddSingleton<Adoptions>();
    });
}
