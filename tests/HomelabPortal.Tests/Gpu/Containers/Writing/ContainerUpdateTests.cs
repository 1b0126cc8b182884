using System.Diagnostics;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Editing;
using HomelabPortal.Gpu.Containers.Updates.Keeping;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;
using HomelabPortal.Simulator.Docker;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Reconcile;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

/// <summary>New versions of images, and the way back, on a simulated host with its registry.</summary>
public sealed class ContainerUpdateTests : IAsyncLifetime
{
    private const string Image = "lab/app:1";
    private static readonly TimeSpan _promise = TimeSpan.FromSeconds(10);
    private ContainerLab _lab = null!;
    private PortalLife _life = null!;
    private DockerWire _wire = null!;
    private string _first = "";

    public async Task InitializeAsync()
    {
        _lab = await ContainerLab.StartAsync();
        _wire = new DockerWire([]) { PassesImages = true };
        _life = await _lab.BeginAsync(_lab.NewFolder(), _wire);
        _first = _lab.Pull(Image);
        await WantAsync(Wanted);
    }

    public async Task DisposeAsync()
    {
        _life.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task Update_ToANewVersion_PullsItAndKeepsTheFormer()
    {
        _lab.Host.Registry.PerGigabyte = TimeSpan.Zero;
        _lab.Host.Registry.Publish(Image);
        var digest = _lab.Host.Registry.Find(Image, null, null).Digest!;
        await _life.SaveAsync(new DesiredEdit.PutContainer(ContainerEdits.Update(Wanted, digest)));

        await Eventually.HoldsAsync(
            async () =>
            {
                await _lab.SettleAsync(_life);
                return _life.Now.Of("id-app")?.Phase == OwnerPhase.InPlace && Digest() == digest;
            },
            () => $"{_life.Now.Of("id-app")}", TimeSpan.FromSeconds(30));

        Assert.Equal(["app serve Running"], _lab.Ours("app"));
        Assert.Equal([_first], Former());
    }

    [Fact]
    public async Task FormerVersion_BehindAPrune_IsStillThere()
    {
        await UpdateAsync();
        // The tag moves on, as somebody's pull would move it: only the digest and our name are left of the former.
        _lab.Pull(Image);

        using var http = new HttpClient { BaseAddress = _lab.Address };
        using var pruned = await http.PostAsync("images/prune", null);

        Assert.True(pruned.IsSuccessStatusCode);
        Assert.Equal([_first], Former());
    }

    /// <summary>A plan for the way back begins with what is there: nothing is said to be pulled.</summary>
    [Fact]
    public async Task FormerVersion_ThatIsOnTheHost_IsKnownToPlans()
    {
        await UpdateAsync();
        using var client = new DockerClient(DockerConnection.FromAddress(_lab.Address.ToString()), TimeProvider.System);
        using var pulls = new ImagePulls(new Live<PullState>(PullState.Empty, TimeProvider.System), new Signal(), TimeProvider.System, NullLogger<ImagePulls>.Instance);

        var look = await ContainerLook.ReadAsync(new DockerHost(_lab.Host.Facts.Name, null, client), _life.Store.Current, pulls, default);

        Assert.Contains($"lab/app@{_first}", look.Images);
    }

    [Fact]
    public async Task RollBack_WithoutAnyRegistry_ServesTheFormerVersion()
    {
        var second = await UpdateAsync();
        foreach (var name in new[] { Image, $"lab/app@{_first}" })
            _lab.Host.Registry.Fail(name, RegistryFault.Unreachable);

        await WantAsync(ContainerEdits.GoBack(_life.Store.Current.FindContainer("id-app")!, _first, second));

        Assert.Equal(["app serve Running"], _lab.Ours("app"));
        Assert.Equal(_first, Digest());
        Assert.Equal([second], Former());
        Assert.Equal(OwnerPhase.InPlace, _life.Now.Of("id-app")?.Phase);
    }

    [Fact]
    public async Task SickVersion_AfterTheVerdict_IsReplacedByTheFormerInTime()
    {
        var volumes = _lab.Host.Find("app")!.HostConfig["Binds"]!.ToJsonString();
        var id = _lab.Host.Find("app")!.Id;
        var sick = _lab.PublishAndPull(Image, isSick: true);
        await _life.SaveAsync(new DesiredEdit.PutContainer(ContainerEdits.Update(Wanted, sick)));
        await _life.PassAsync();
        _lab.Host.Find("app")!.Health = "unhealthy";
        var watch = Stopwatch.StartNew();

        await _lab.SettleAsync(_life);

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, _promise);
        Assert.Equal(["app serve Running"], _lab.Ours("app"));
        Assert.Equal((id, _first), (_lab.Host.Find("app")!.Id, Digest()));
        Assert.Equal(volumes, _lab.Host.Find("app")!.HostConfig["Binds"]!.ToJsonString());
        Assert.Equal(OwnerPhase.Refused, _life.Now.Of("id-app")?.Phase);
        Assert.Contains("its check said that it does not serve", _life.Now.Of("id-app")?.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SickVersion_ThatWasTakenBack_IsNotTriedAgainUntilSomebodySaysSo()
    {
        var sick = _lab.PublishAndPull(Image, isSick: true);
        await _life.SaveAsync(new DesiredEdit.PutContainer(ContainerEdits.Update(Wanted, sick)));
        await _life.PassAsync();
        _lab.Host.Find("app")!.Health = "unhealthy";
        await _lab.SettleAsync(_life);
        var writes = _wire.Writes.Count;
        await _lab.SettleAsync(_life);
        Assert.Equal(writes, _wire.Writes.Count);

        await _life.SaveAsync(new DesiredEdit.PutContainer(ContainerEdits.TryAgain(_life.Store.Current.FindContainer("id-app")!)));
        await _life.PassAsync();

        Assert.Equal(sick, Digest());
    }

    [Fact]
    public async Task Versions_BeyondTheMost_GoWithTheirImages()
    {
        var digests = new List<string>();
        for (var version = 0; version < KeptVersions.Most + 2; version++)
            digests.Add(await UpdateAsync());

        Assert.Equal(digests.Skip(1).SkipLast(1).Reverse(), Former());
        Assert.Null(_lab.Host.Images.Find($"lab/app@{digests[0]}"));
        // The first has a tag that is not ours, so it stays.
        Assert.NotNull(_lab.Host.Images.Find($"lab/app@{_first}"));
    }

    [Fact]
    public async Task Container_ThatIsNotWantedAnyMore_LeavesNoNames()
    {
        await UpdateAsync();
        await _life.SaveAsync(new DesiredEdit.RemoveContainer("id-app"));
        await _lab.SettleAsync(_life);

        Assert.DoesNotContain(_lab.Host.Images, name => name.StartsWith(KeptName.RepositoryOf("id-app"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Change_OfTheSpecificationAlone_KeepsNoVersion()
    {
        await WantAsync(Wanted with { Command = ["other"] });

        Assert.Equal(["app other Running"], _lab.Ours("app"));
        Assert.Empty(Former());
    }

    private DesiredContainer Wanted => _lab.Wanted("app") with { Image = Image, Volumes = [new ContainerVolume("models", "/models")] };

    /// <summary>Publishes one more version, wants it, and lets it prove itself.</summary>
    private async Task<string> UpdateAsync()
    {
        var digest = _lab.PublishAndPull(Image);
        await WantAsync(ContainerEdits.Update(_life.Store.Current.FindContainer("id-app")!, digest));
        Assert.Equal(digest, Digest());
        return digest;
    }

    private async Task WantAsync(DesiredContainer container)
    {
        await _life.SaveAsync(new DesiredEdit.PutContainer(container));
        await _lab.SettleAsync(_life);
    }

    private string? Digest() => _lab.DigestOf("app");

    private IReadOnlyList<string> Former() => _lab.FormerOf("app");
}
