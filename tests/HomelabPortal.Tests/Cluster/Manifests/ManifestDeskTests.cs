using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Cluster.Objects.OnDemand;
using HomelabPortal.Kubernetes;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Access.Sessions;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Cluster.Manifests;

public sealed class ManifestDeskTests : IAsyncLifetime
{
    private static readonly ObjectAddress _kavita = new(ResourceTypes.Deployments, "media", "kavita");
    private OnDemandLab _lab = null!;
    private SessionWorld _people = null!;

    public async Task InitializeAsync() => (_lab, _people) = (await OnDemandLab.StartAsync(), await SessionWorld.OpenAsync());

    public async Task DisposeAsync()
    {
        _people.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task Viewer_AskingForAManifest_IsRefusedWithoutARead()
    {
        _lab.Refuse(500);
        var viewer = await SignInAsync(Role.Viewer);

        var read = await Desk.ReadAsync(_kavita, viewer, CancellationToken.None);
        var shown = await Desk.RevealAsync(_kavita, viewer, CancellationToken.None);

        Assert.Equal((ReadingState.Refused, "Only an operator may read manifests. You are a viewer."), (read.State, read.Message));
        Assert.Equal(ReadingState.Refused, shown.State);
    }

    [Fact]
    public async Task Operator_ReadingAManifest_LeavesNoRecord()
    {
        var read = await Desk.ReadAsync(_kavita, await SignInAsync(Role.Operator), CancellationToken.None);

        Assert.Equal((ReadingState.Found, false), (read.State, read.Value!.IsRevealed));
        Assert.DoesNotContain(await RecordAsync(), act => act.Contains("kavita", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Operator_RevealingValues_SeesThemAndIsRecorded()
    {
        var read = await Desk.RevealAsync(_kavita, await SignInAsync(Role.Operator), CancellationToken.None);

        Assert.Contains("not-a-good-place-for-this", read.Value!.Json.ToJsonString());
        Assert.Contains("Show hidden values of Deployment media/kavita", await RecordAsync());
    }

    private ManifestDesk Desk => new(_lab.Manifests, _people.Authority, _people.Runner);

    private async Task<Actor> SignInAsync(Role role) => await _people.SignInAsync(await _people.AddAsync($"{role}".ToLowerInvariant(), role));

    private async Task<List<string>> RecordAsync()
    {
        await using var context = _people.Database.CreateDbContext();
        return await context.Audit.AsNoTracking().Select(row => row.Act).ToListAsync();
    }
}
