using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Leases;
using HomelabPortal.Gpu.Containers.Planning;
using HomelabPortal.Gpu.Containers.Writing;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Leases;

public sealed class LeaseBoardTests
{
    private static readonly DesiredContainer _ollama = Wish.Container() with { Gpu = GpuRequest.All, Lease = new GpuLease(false, 12_000, 1) };
    private static readonly DesiredContainer _vllm = Wish.Container("vllm", "ct00000002") with { Gpu = GpuRequest.All, Lease = new GpuLease(true, null, 5), IsStopped = true };
    private static readonly DesiredState _desired = new() { Instance = "inst0001", Containers = [_ollama, _vllm] };

    [Fact]
    public void Board_WithOneThatRunsAndOneThatIsToRun_SaysWhoHoldsAndWhoWaits()
    {
        var board = LeaseBoard.Of(Wish.Host, _desired with { Containers = [_ollama, _vllm with { IsStopped = false }] }, Running(_ollama), ReconcileStatus.NotStarted);

        Assert.Equal(("ollama", "vllm"), (Assert.Single(board.Holding).Container.Name, Assert.Single(board.Waiting).Container.Name));
    }

    [Fact]
    public void Board_WithOneThatIsStopped_LeavesItOut() => Assert.Empty(LeaseBoard.Of(Wish.Host, _desired, Running(_ollama), ReconcileStatus.NotStarted).Waiting);

    [Theory]
    [InlineData("paused")]
    [InlineData("restarting")]
    public void Board_WithOneThatIsNotAtWorkNow_SaysThatItHolds(string state)
    {
        var board = LeaseBoard.Of(Wish.Host, _desired, InState(state, _ollama), ReconcileStatus.NotStarted);

        Assert.Equal(("ollama", 0), (Assert.Single(board.Holding).Container.Name, board.Waiting.Length));
        Assert.False(LeaseBoard.VerdictFor(_vllm, _desired, InState(state, _ollama), GoldenCase.Now).Fits);
    }

    [Fact]
    public void Board_OfLeasesThatContradictEachOther_SaysSo() => Assert.Equal(
        "vllm wants the GPU for itself, and ollama runs beside it. Stop one of them, or change a lease.",
        Assert.Single(LeaseBoard.Of(Wish.Host, _desired, Running(_ollama, _vllm), ReconcileStatus.NotStarted).Conflicts));

    [Fact]
    public void Start_OfTheMoreImportantOne_StopsTheOtherInTheSameEdit()
    {
        var verdict = Verdict(_vllm);

        var edit = Assert.IsType<DesiredEdit.PutContainers>(LeaseEdits.Start(_vllm, StartRoom.StopLower, verdict, _desired));

        Assert.Equal([("vllm", false), ("ollama", true)], edit.Containers.Select(container => (container.Name, container.IsStopped)));
    }

    [Fact]
    public void Start_InTheQueueOrAnyway_TouchesNobodyElse()
    {
        var verdict = Verdict(_vllm);

        Assert.False(Assert.IsType<DesiredEdit.PutContainer>(LeaseEdits.Start(_vllm, StartRoom.Queue, verdict, _desired)).Container.IgnoresLease);
        Assert.True(Assert.IsType<DesiredEdit.PutContainer>(LeaseEdits.Start(_vllm, StartRoom.Anyway, verdict, _desired)).Container.IgnoresLease);
    }

    [Fact]
    public void Start_OfTheLessImportantOne_MayStopNobodyAndQueues()
    {
        var verdict = Verdict(_vllm with { Lease = new GpuLease(true, null, 0) });

        Assert.False(verdict.Fits);
        Assert.IsType<DesiredEdit.PutContainer>(LeaseEdits.Start(_vllm, StartRoom.StopLower, verdict, _desired));
    }

    [Fact]
    public void Verdict_WithMemoryThatSomebodyElseHolds_DoesNotFit()
    {
        var look = Running() with { Hosts = [Running().Hosts[0] with { Gpus = new MeasuredCards([new MeasuredCard("GPU-1", 0, 24_576, 3_000)], GoldenCase.Now) }] };

        var verdict = LeaseBoard.VerdictFor(_vllm, _desired, look, GoldenCase.Now);

        Assert.Contains("3000 MiB are free", verdict.Why, StringComparison.Ordinal);
        Assert.Empty(verdict.MayStop);
    }

    private static LeaseVerdict Verdict(DesiredContainer wanted) => LeaseBoard.VerdictFor(wanted, _desired, Running(_ollama), GoldenCase.Now);

    private static ContainerState Running(params DesiredContainer[] running) => InState("running", running);

    private static ContainerState InState(string state, params DesiredContainer[] there) => new(
    [
        LiveHost.Unseen(Wish.Host, "") with
        {
            Fault = null, Containers = [.. there.Select(container => new LiveContainer { Id = container.Id, Name = container.Name, State = state, Instance = "inst0001", App = container.Id })],
        },
    ]);
}
