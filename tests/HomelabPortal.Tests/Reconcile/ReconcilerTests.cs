using HomelabPortal.Desired;
using HomelabPortal.Reconcile;
using HomelabPortal.Tests.Desired;

namespace HomelabPortal.Tests.Reconcile;

public sealed class ReconcilerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;
    private readonly FakeWorld _world = new();
    private readonly FakeTarget _inner;
    private readonly FakeTarget _outer;

    public ReconcilerTests()
    {
        _inner = new FakeTarget("inner", _world, ChangeStage.WithdrawRoute, ChangeStage.BuildRoute);
        _outer = new FakeTarget("outer", _world, ChangeStage.WithdrawDns, ChangeStage.BuildDns);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task PassAsync_NewExposure_BuildsFromTheInsideOut()
    {
        using var life = await BeginAsync();
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()));

        Assert.True(await life.PassAsync());

        Assert.Equal(["create inner/sonarr.cowlab.org", "create outer/sonarr.cowlab.org"], _world.Writes);
        Assert.Equal(OwnerPhase.InPlace, life.Now.Of("exposure01")?.Phase);
    }

    [Fact]
    public async Task PassAsync_RemovedExposure_WithdrawsFromTheOutsideIn()
    {
        using var life = await BeginAsync();
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()));
        await life.PassAsync();
        _world.Writes.Clear();
        await life.SaveAsync(new DesiredEdit.RemoveExposure("exposure01"));

        await life.PassAsync();

        Assert.Equal(["delete outer/sonarr.cowlab.org", "delete inner/sonarr.cowlab.org"], _world.Writes);
        Assert.Empty(_world.Things);
        Assert.Empty(life.Now.Owners);
    }

    [Fact]
    public async Task PhaseOf_EditedSinceTheLastPass_IsPendingUntilTheNext()
    {
        using var life = await BeginAsync();
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()));
        await life.PassAsync();
        var edited = Desire.Exposure(visibility: Visibility.Tunnel);
        await life.SaveAsync(new DesiredEdit.PutExposure(edited));

        Assert.Equal(OwnerPhase.Pending, life.Now.PhaseOf(edited));
        await life.PassAsync();
        Assert.Equal(OwnerPhase.InPlace, life.Now.PhaseOf(edited));
    }

    [Fact]
    public async Task PassAsync_SecondTime_WritesNothing()
    {
        using var life = await BeginAsync();
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()));
        await life.PassAsync();
        _world.Writes.Clear();

        await life.PassAsync();

        Assert.Empty(_world.Writes);
    }

    [Fact]
    public async Task PassAsync_InnerStepFails_OuterStepWaitsAndSaysWhy()
    {
        using var life = await BeginAsync();
        _inner.Refuse = _ => new TargetFault(FaultKind.NeedsPerson, "The service has no port web.");
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()));

        Assert.False(await life.PassAsync());

        Assert.Empty(_world.Things);
        var status = life.Now.Of("exposure01");
        Assert.Equal(OwnerPhase.Failed, status?.Phase);
        Assert.Equal("The service has no port web.", status?.Explanation);
    }

    [Fact]
    public async Task PassAsync_OneExposureFails_TheOthersProceed()
    {
        using var life = await BeginAsync();
        _inner.Refuse = change => change.OwnerId == "bad" ? new TargetFault(FaultKind.NeedsPerson, "no") : null;
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure("bad", "bad.cowlab.org")));
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure("good", "good.cowlab.org")));

        await life.PassAsync();

        Assert.Equal(OwnerPhase.InPlace, life.Now.Of("good")?.Phase);
        Assert.Equal(["inner/good.cowlab.org", "outer/good.cowlab.org"], _world.Things.Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task PassAsync_OuterSystemUnseen_DeletesNothingInside()
    {
        using var life = await BeginAsync();
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()));
        await life.PassAsync();
        await life.SaveAsync(new DesiredEdit.RemoveExposure("exposure01"));
        _outer.Blind = new TargetFault(FaultKind.Retry, "Cloudflare did not answer.");

        await life.PassAsync();

        Assert.Equal(2, _world.Things.Count);
        Assert.Equal(OwnerPhase.Unknown, life.Now.Of("exposure01")?.Phase);
    }

    [Fact]
    public async Task PassAsync_OuterSystemUnseen_StillBuildsInside()
    {
        using var life = await BeginAsync();
        _outer.Blind = new TargetFault(FaultKind.Retry, "Cloudflare did not answer.");
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()));

        await life.PassAsync();

        Assert.Equal(["inner/sonarr.cowlab.org"], _world.Things.Keys);
    }

    [Theory]
    [InlineData(true, OwnerPhase.NotManaged)]
    [InlineData(false, OwnerPhase.Unknown)]
    public async Task PassAsync_OuterSystemNotConnected_IsFineOnlyForWhatCanDoWithoutIt(bool isOptional, object phase)
    {
        using var life = await PortalLife.BeginAsync(_folder, [_inner, _outer], [new FakeCompiler { IsOuterOptional = isOptional }]);
        _outer.Blind = new TargetFault(FaultKind.NotConnected, "Cloudflare is not connected.");
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()));

        Assert.True(await life.PassAsync());

        Assert.Equal((OwnerPhase)phase, life.Now.Of("exposure01")?.Phase);
    }

    [Fact]
    public async Task PassAsync_InnerSystemUnseen_BuildsNothingOutside()
    {
        using var life = await BeginAsync();
        _inner.Blind = new TargetFault(FaultKind.Retry, "The API server did not answer.");
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()));

        await life.PassAsync();

        Assert.Empty(_world.Things);
    }

    [Fact]
    public async Task PassAsync_Observe_WritesNothingAndShowsThePlan()
    {
        using var life = await BeginAsync(ChangePolicy.Observe);
        await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure()));

        await life.PassAsync();

        Assert.Empty(_world.Writes);
        Assert.Equal(2, life.Now.Held.Length);
        Assert.Equal(OwnerPhase.Held, life.Now.Of("exposure01")?.Phase);
    }

    [Fact]
    public async Task PassAsync_MassDelete_WaitsForTheConfirmation()
    {
        using var life = await BeginAsync();
        foreach (var name in Enumerable.Range(0, 6).Select(index => $"app{index}"))
            await life.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure(name, $"{name}.cowlab.org")));
        await life.PassAsync();
        foreach (var name in Enumerable.Range(0, 6).Select(index => $"app{index}"))
            await life.SaveAsync(new DesiredEdit.RemoveExposure(name));

        await life.PassAsync();
        Assert.Equal(12, _world.Things.Count);

        life.Brake.Confirm(life.Now.BrakeFingerprint!);
        await life.PassAsync();
        Assert.Empty(_world.Things);
    }

    private Task<PortalLife> BeginAsync(ChangePolicy policy = ChangePolicy.Sync) =>
        PortalLife.BeginAsync(_folder, [_inner, _outer], [new FakeCompiler()], policy);
}
