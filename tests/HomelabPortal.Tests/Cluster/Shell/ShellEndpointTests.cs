using System.Net;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Shell;
using HomelabPortal.Platform;
using HomelabPortal.Simulator.Faults;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Testing.Circuits;
using HomelabPortal.Tests.Access.Hosting;
using HomelabPortal.Tests.Lab;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace HomelabPortal.Tests.Cluster.Shell;

/// <summary>A shell through the whole portal into the simulated cluster, and everything that ends it.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class ShellEndpointTests : IAsyncLifetime
{
    private static readonly FaultMatch _exec = new() { PathContains = "/exec?" };
    private HostedPortal? _portal;
    private Account? _olga;

    private HostedPortal Portal => _portal!;

    public async Task InitializeAsync()
    {
        _portal = await HostedPortal.StartOnPortAsync();
        _olga = await Portal.AddAccountAsync("olga", Role.Operator);
        await Eventually.HoldsAsync(() => !State.Pods.Items.IsEmpty, () => "The cluster was not read.", TimeSpan.FromSeconds(60));
    }

    public async Task DisposeAsync() => await Portal.DisposeAsync();

    [Fact]
    public async Task Shell_TypedInto_ShowsOutputItsSizeAndItsExitCode()
    {
        await using var shell = await OpenAsync(await SignInAsync(), PathOf("sonarr") + "?columns=90&rows=20");
        await shell.ShowsAsync("# ");
        await shell.TypeAsync("stty size\r");
        await shell.ShowsAsync("20 90");
        await shell.SignalAsync("""{"kind":"resize","columns":132,"rows":43}""");
        await shell.TypeAsync("stty size\r");
        await shell.ShowsAsync("43 132");
        await shell.TypeAsync("exit 3\r");

        var ended = await shell.EndsAsync();
        Assert.Equal(("exited", 3), ((string?)ended["reason"], (int?)ended["exitCode"]));
        Assert.Equal("bash", shell.Program);
    }

    [Fact]
    public async Task Shell_FromBeginToEnd_IsOnRecordWithoutWhatWasTyped()
    {
        await using (var shell = await OpenAsync(await SignInAsync(), PathOf("sonarr")))
        {
            await shell.ShowsAsync("# ");
            await shell.TypeAsync("echo hunter2\r");
            await shell.ShowsAsync("hunter2\r\n");
            await shell.TypeAsync("exit\r");
            await shell.EndsAsync();
        }

        var (act, outcome) = await RecordAsync();
        Assert.Equal($"Open a shell in media/{PodOf("sonarr")}, container sonarr", act);
        Assert.Matches("^bash, \\d+ seconds?: exit code 0$", outcome);
        Assert.DoesNotContain("hunter2", await File.ReadAllTextAsync(Directory.GetFiles(Portal.Lab.DataDirectory, "*.db").First(), System.Text.Encoding.Latin1));
    }

    [Fact]
    public async Task Container_WithoutBash_GetsSh()
    {
        await using var shell = await OpenAsync(await SignInAsync(), PathOf("homepage"));
        await shell.ShowsAsync("# ");

        Assert.Equal("sh", shell.Program);
    }

    [Fact]
    public async Task Container_WithoutAnyShell_SaysSo()
    {
        await using var shell = await OpenAsync(await SignInAsync(), PathOf("cloudflared"));
        var ended = await shell.EndsAsync();

        Assert.Equal("noShell", (string?)ended["reason"]);
        Assert.Contains("distroless", (string?)ended["text"]);
        Assert.StartsWith("failed: None of bash, sh, ash could be started", (await RecordAsync()).Outcome);
    }

    [Fact]
    public async Task Tab_ThatGoesAway_EndsTheProgramInTheCluster()
    {
        await using var shell = await OpenAsync(await SignInAsync(), PathOf("sonarr"));
        await shell.ShowsAsync("# ");
        await shell.TypeAsync("sleep 1000\r");
        Assert.Equal(1, Portal.Lab.Lab.Faults.OpenStreams(_exec));
        shell.Vanish();

        await NothingRunsAsync();
        Assert.EndsWith("closed by who opened it", (await RecordAsync()).Outcome);
        Assert.Equal(0, Portal.Services.GetRequiredService<OpenShells>().Count);
    }

    [Fact]
    public async Task Session_ThatIsEnded_EndsItsShellsWithinSeconds()
    {
        var session = await SignInAsync();
        await using var shell = await OpenAsync(session, PathOf("sonarr"));
        await shell.ShowsAsync("# ");
        await Portal.Services.GetRequiredService<SessionBook>().EndAsync(row => row.Id == session.Id, "End a session", Actor.Portal, CancellationToken.None);

        var ended = await shell.EndsAsync().WaitAsync(TimeSpan.FromSeconds(6));
        Assert.Equal("refused", (string?)ended["reason"]);
        await NothingRunsAsync();
    }

    [Fact]
    public async Task Role_ThatIsLowered_EndsTheShell()
    {
        await using var shell = await OpenAsync(await SignInAsync(), PathOf("sonarr"));
        await shell.ShowsAsync("# ");
        await Portal.Services.GetRequiredService<AccessStore>().WriteAsync(
            context => context.Users.Where(row => row.Id == _olga!.Id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Role, Role.Viewer)), CancellationToken.None);

        Assert.Contains("Only an operator may open a shell", (string?)(await shell.EndsAsync())["text"]);
    }

    [Fact]
    public async Task Portal_ThatStops_SaysSoAndEndsTheShell()
    {
        await using var shell = await OpenAsync(await SignInAsync(), PathOf("sonarr"));
        await shell.ShowsAsync("# ");
        Portal.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        Assert.Equal("stopping", (string?)(await shell.EndsAsync())["reason"]);
        await NothingRunsAsync();
    }

    [Fact]
    public async Task Node_ThatIsLost_IsSaid()
    {
        await using var shell = await OpenAsync(await SignInAsync(), PathOf("sonarr"));
        await shell.ShowsAsync("# ");
        Assert.Equal(1, Portal.Lab.Lab.Faults.StrikeOpen(_exec, new FaultEffect.DropWatch()));

        Assert.Equal("lost", (string?)(await shell.EndsAsync())["reason"]);
    }

    [Fact]
    public async Task Cluster_ThatForbidsIt_NamesTheMissingRule()
    {
        Portal.Lab.Lab.Faults.Add(_exec, new FaultEffect.Status(403));
        await using var shell = await OpenAsync(await SignInAsync(), PathOf("sonarr"));
        var ended = await shell.EndsAsync();

        Assert.Equal("- apiGroups: [\"\"]\n  resources: [pods/exec]\n  verbs: [get, create]", (string?)ended["rule"]);
    }

    [Fact]
    public async Task Flood_HeldByTheWindow_StopsAtControlC()
    {
        await using var shell = await OpenAsync(await SignInAsync(), PathOf("sonarr") + "?window=65536");
        await shell.ShowsAsync("# ");
        await shell.TypeAsync("yes\r");
        await shell.ShowsAsync("y\r\ny\r\n");
        await shell.TypeAsync("\x03");
        await shell.ShowsAsync("^C");
        await shell.TypeAsync("exit\r");

        Assert.Equal(130, (int?)(await shell.EndsAsync())["exitCode"]);
    }

    [Fact]
    public async Task Caller_WithoutTheRight_IsRefusedBeforeAnythingOpens()
    {
        var path = PathOf("sonarr");
        var origin = ("Origin", RawCircuit.Origin(Portal.Address));
        var viewer = await Portal.AddAccountAsync("vera", Role.Viewer);
        var cookie = ("Cookie", await Portal.CookieOfAsync(await SignInAsync(), "olga"));

        Assert.Equal(HttpStatusCode.Unauthorized, await OpenedShell.RefusalAsync(Portal.Address, path, origin));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenedShell.RefusalAsync(Portal.Address, path, origin, ("Cookie", await Portal.CookieOfAsync(await Portal.BeginSessionAsync(viewer), "vera"))));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenedShell.RefusalAsync(Portal.Address, path, ("Origin", "https://evil.example"), cookie));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenedShell.RefusalAsync(Portal.Address, path, cookie));
        Assert.Equal(HttpStatusCode.Forbidden, await OpenedShell.RefusalAsync(Portal.Address, path, origin, ("Authorization", $"Bearer {await TokenAsync(Scopes.ReadLab)}")));
        Assert.Equal(HttpStatusCode.NotFound, await OpenedShell.RefusalAsync(Portal.Address, "/api/v1/pods/media/nothing/shell", origin, cookie));
        Assert.Equal(HttpStatusCode.NotFound, await OpenedShell.RefusalAsync(Portal.Address, path + "?container=nothing", origin, cookie));
        Assert.Equal(HttpStatusCode.Conflict, await OpenedShell.RefusalAsync(Portal.Address, PathOf("jellyseerr"), origin, cookie));
        Assert.Equal(0, Portal.Lab.Lab.Faults.OpenStreams(_exec));
    }

    [Fact]
    public async Task Program_WithTheScope_GetsAShell()
    {
        await using var shell = await OpenedShell.OpenAsync(Portal.Address, PathOf("sonarr"), ("Authorization", $"Bearer {await TokenAsync(Scopes.OpenShells)}"));
        await shell.ShowsAsync("# ");
    }

    [Fact]
    public async Task Shells_BeyondThoseOfAnAccount_AreRefused()
    {
        var cookie = ("Cookie", await Portal.CookieOfAsync(await SignInAsync(), "olga"));
        var shells = new List<OpenedShell>();
        for (var count = 0; count < 4; count++)
            shells.Add(await OpenedShell.OpenAsync(Portal.Address, PathOf("sonarr"), cookie));

        Assert.Equal(HttpStatusCode.Conflict, await OpenedShell.RefusalAsync(Portal.Address, PathOf("sonarr"), ("Origin", RawCircuit.Origin(Portal.Address)), cookie));
        shells[0].Vanish();
        await Eventually.HoldsAsync(() => Portal.Services.GetRequiredService<OpenShells>().Count == 3, () => "A closed shell is still counted.", TimeSpan.FromSeconds(20));
        shells.Add(await OpenedShell.OpenAsync(Portal.Address, PathOf("sonarr"), cookie));
        foreach (var shell in shells)
            await shell.DisposeAsync();
    }

    private ClusterState State => Portal.Services.GetRequiredService<Live<ClusterState>>().Current.Value;

    private string PodOf(string app) => FindPod(app).Metadata.Name;

    private string PathOf(string app) => $"/api/v1/pods/{FindPod(app).Metadata.Namespace}/{FindPod(app).Metadata.Name}/shell";

    private HomelabPortal.Kubernetes.Pod FindPod(string app) => State.Pods.All.First(pod => pod.Metadata.Name.StartsWith(app + "-", StringComparison.Ordinal));

    private Task<SessionInfo> SignInAsync() => Portal.BeginSessionAsync(_olga!);

    private Task<string> TokenAsync(string scope) => Portal.AddTokenAsync(_olga!, Portal.Now.AddDays(1), scope);

    private async Task<OpenedShell> OpenAsync(SessionInfo session, string path) =>
        await OpenedShell.OpenAsync(Portal.Address, path, ("Cookie", await Portal.CookieOfAsync(session, "olga")));

    private Task NothingRunsAsync() => Eventually.HoldsAsync(
        () => Portal.Lab.Lab.Faults.OpenStreams(_exec) == 0, () => "A program still runs in the cluster.", TimeSpan.FromSeconds(10));

    /// <summary>The row of the last shell, once its end is on record.</summary>
    private async Task<(string Act, string Outcome)> RecordAsync()
    {
        (string Act, string? Outcome) found = ("", null);
        await Eventually.HoldsAsync(
            async () => (found = await ReadRecordAsync()).Outcome is not null, () => "The end of the shell is not on record.", TimeSpan.FromSeconds(20));
        return (found.Act, found.Outcome!);
    }

    private async Task<(string Act, string? Outcome)> ReadRecordAsync()
    {
        await using var context = await Portal.Services.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContextAsync();
        var row = await context.Audit.AsNoTracking().Where(row => row.Act.StartsWith("Open a shell")).OrderByDescending(row => row.Id).FirstAsync();
        return (row.Act, await context.AuditOutcomes.AsNoTracking().Where(one => one.AuditId == row.Id).Select(one => one.Outcome).FirstOrDefaultAsync());
    }
}
