using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Reconcile;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Writing;

public sealed class ContainerTargetTests : IAsyncLifetime
{
    private ContainerLab _lab = null!;
    private PortalLife _life = null!;
    private DockerWire _wire = null!;

    public async Task InitializeAsync()
    {
        _lab = await ContainerLab.StartAsync();
        _wire = new DockerWire([ContainerLab.Image]);
        _life = await _lab.BeginAsync(_lab.NewFolder(), _wire);
    }

    public async Task DisposeAsync()
    {
        _life.Dispose();
        await _lab.DisposeAsync();
    }

    [Fact]
    public async Task Container_ThatIsWanted_RunsAndIsInPlace()
    {
        await WantAsync(_lab.Wanted("ollama"));

        Assert.Equal(["ollama serve Running"], _lab.Ours("ollama"));
        Assert.Equal(OwnerPhase.InPlace, _life.Now.Of("id-ollama")?.Phase);
    }

    [Fact]
    public async Task Container_WithAnotherSpecification_TakesTheFormersPlace()
    {
        await WantAsync(_lab.Wanted("ollama"));
        await WantAsync(_lab.Wanted("ollama", "serve2"));

        Assert.Equal(["ollama serve2 Running"], _lab.Ours("ollama"));
        Assert.Equal(OwnerPhase.InPlace, _life.Now.Of("id-ollama")?.Phase);
    }

    [Fact]
    public async Task Container_WhoseNewVersionIsUnhealthy_IsTheFormerAgain()
    {
        await WantAsync(_lab.Wanted("ollama"));
        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.Wanted("ollama", "serve2")));
        await _life.PassAsync();
        _lab.Host.Find("ollama")!.Health = "unhealthy";

        await _lab.SettleAsync(_life);

        Assert.Equal(["ollama serve Running"], _lab.Ours("ollama"));
        Assert.Equal(OwnerPhase.Refused, _life.Now.Of("id-ollama")?.Phase);
        Assert.Contains("its check said that it does not serve", _life.Now.Of("id-ollama")?.Explanation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Container_ThatFailed_IsNotTriedAgainUntilSomebodySaysSo()
    {
        await WantAsync(Publishing(_lab.Wanted("first")));
        var second = Publishing(_lab.Wanted("second"));
        await WantAsync(second);
        var writes = _wire.Writes.Count;
        await _lab.SettleAsync(_life);

        Assert.Equal([], _lab.Ours("second"));
        Assert.Equal(writes, _wire.Writes.Count);
        Assert.Equal(OwnerPhase.Refused, _life.Now.Of("id-second")?.Phase);

        await WantAsync(_lab.Wanted("first"));
        await WantAsync(second with { Attempt = 1 });

        Assert.Equal(["second serve Running"], _lab.Ours("second"));
    }

    [Fact]
    public async Task Container_StoppedByHand_IsStartedAgain()
    {
        await WantAsync(_lab.Wanted("ollama"));
        await HandAsync("POST", "containers/ollama/stop?t=0");

        await _lab.SettleAsync(_life);

        Assert.Equal(["ollama serve Running"], _lab.Ours("ollama"));
    }

    [Fact]
    public async Task Container_ThatIsToBeStopped_StaysThere()
    {
        await WantAsync(_lab.Wanted("ollama"));
        await WantAsync(_lab.Wanted("ollama") with { IsStopped = true });

        Assert.Equal(["ollama serve Exited"], _lab.Ours("ollama"));
        Assert.Equal(OwnerPhase.InPlace, _life.Now.Of("id-ollama")?.Phase);
    }

    [Fact]
    public async Task Container_ThatIsNotWantedAnyMore_IsGone()
    {
        await WantAsync(_lab.Wanted("ollama"));
        await _life.SaveAsync(new DesiredEdit.RemoveContainer("id-ollama"));

        await _lab.SettleAsync(_life);

        Assert.Equal([], _lab.Ours("ollama"));
        Assert.Null(_life.Now.Of("id-ollama"));
    }

    [Fact]
    public async Task Container_OfSomebodyElse_IsLeftAloneByItsName()
    {
        var foreign = _lab.Host.Containers[0];
        await WantAsync(_lab.Wanted(foreign.Name));

        Assert.Same(foreign, _lab.Host.Find(foreign.Name));
        Assert.Equal([], _lab.Ours(foreign.Name));
        Assert.Equal(OwnerPhase.Refused, _life.Now.Of($"id-{foreign.Name}")?.Phase);
    }

    [Fact]
    public async Task Container_TakenOver_ReplacesTheForeignOne()
    {
        var foreign = _lab.Host.Containers.First(container => container.IsRunning);
        await WantAsync(_lab.Wanted(foreign.Name) with { AdoptedId = foreign.Id });

        Assert.Equal([$"{foreign.Name} serve Running"], _lab.Ours(foreign.Name));
        Assert.Null(_lab.Host.Find(foreign.Id));
    }

    [Fact]
    public async Task Container_WhoseImageIsMissing_WaitsForItWithoutHoldingAnythingUp()
    {
        _wire.Images.Clear();
        await _life.SaveAsync(new DesiredEdit.PutContainer(_lab.Wanted("ollama")));
        await _life.PassAsync();
        await Eventually.HoldsAsync(
            async () =>
            {
                await _lab.SettleAsync(_life);
                return _life.Now.Of("id-ollama")?.Phase == OwnerPhase.InPlace;
            },
            () => $"{_life.Now.Of("id-ollama")}", TimeSpan.FromSeconds(30));

        Assert.Equal(["ollama serve Running"], _lab.Ours("ollama"));
    }

    [Fact]
    public async Task Policy_ThatOnlyObserves_WritesNothing()
    {
        await _life.SaveAsync(new DesiredEdit.SetPolicy(ChangePolicy.Observe));
        await WantAsync(_lab.Wanted("ollama"));

        Assert.Empty(_wire.Writes);
        Assert.Equal(OwnerPhase.Held, _life.Now.Of("id-ollama")?.Phase);
    }

    private static DesiredContainer Publishing(DesiredContainer container) => container with { Ports = [new PublishedPort("10.0.0.150", 18_080, 80)] };

    private async Task WantAsync(DesiredContainer container)
    {
        await _life.SaveAsync(new DesiredEdit.PutContainer(container));
        await _lab.SettleAsync(_life);
    }

    private async Task HandAsync(string method, string path)
    {
        using var http = new HttpClient { BaseAddress = _lab.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), $"v1.41/{path}");
        (await http.SendAsync(request)).EnsureSuccessStatusCode().Dispose();
    }
}
