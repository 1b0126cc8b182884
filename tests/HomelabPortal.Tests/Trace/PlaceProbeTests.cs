using System.Net;
using System.Net.Sockets;
using HomelabPortal.Trace.Probing;
using HomelabPortal.Trace.Reports;

namespace HomelabPortal.Tests.Trace;

public sealed class PlaceProbeTests
{
    private const string Place = "10.0.0.150:11434";
    private readonly ScriptedNetwork _network = new();
    private readonly ManualTimeProvider _clock = new();

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", ProbeOutcome.Verified, "HTTP 200")]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\n\r\n", ProbeOutcome.ServerError, "HTTP 503")]
    [InlineData("SSH-2.0-OpenSSH_9.6\r\n", ProbeOutcome.Reached, "does not speak HTTP")]
    public async Task Try_PlaceThatAnswers_IsJudgedByItsAnswer(string answer, ProbeOutcome outcome, string sentence)
    {
        _network.Places[Place] = ScriptedNetwork.Says(answer);

        var sight = await TryAsync(ProbeManner.Http);

        Assert.Equal(outcome, sight.Outcome);
        Assert.Contains(sentence, sight.Sentence);
        Assert.Equal((Place, "from the portal's pod"), (sight.Target, sight.Vantage));
    }

    /// <summary>That a port is open says nothing about the app behind it.</summary>
    [Fact]
    public async Task Try_ConnectionAlone_IsReachedAndNotGreen()
    {
        _network.Places[Place] = ScriptedNetwork.Says("");

        Assert.Equal(ProbeOutcome.Reached, (await TryAsync(ProbeManner.Connect)).Outcome);
    }

    [Fact]
    public async Task Try_PlaceThatRefuses_SaysThatNothingListens()
    {
        _network.Places[Place] = _ => throw new SocketException((int)SocketError.ConnectionRefused);

        var sight = await TryAsync(ProbeManner.Http);

        Assert.Equal(ProbeOutcome.Unreachable, sight.Outcome);
        Assert.Contains("nothing listens", sight.Sentence);
    }

    [Fact]
    public async Task Try_SilentPlace_IsGivenUpWithinItsBudget()
    {
        _network.Places[Place] = ScriptedNetwork.Silent;
        var trial = TryAsync(ProbeManner.Http);

        _clock.Advance(ProbeBudget.Connect - TimeSpan.FromMilliseconds(1));
        Assert.False(trial.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(ProbeOutcome.Unreachable, (await trial).Outcome);
    }

    [Fact]
    public async Task Try_CallerLeaves_IsNoFault()
    {
        _network.Places[Place] = ScriptedNetwork.Silent;
        using var left = new CancellationTokenSource();
        var trial = TryAsync(ProbeManner.Http, left.Token);

        await left.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => trial);
    }

    [Fact]
    public void Budgets_PartsTogether_AreWithinTheWhole() =>
        Assert.True(ProbeBudget.Connect + ProbeBudget.Handshake + ProbeBudget.Answer <= ProbeBudget.Whole && ProbeBudget.Edge <= ProbeBudget.Whole);

    private Task<ProbeSight> TryAsync(ProbeManner manner, CancellationToken cancellationToken = default) =>
        new PlaceProbe(_network, _clock).TryAsync("ai.cowlab.org", new ProbeTarget(HopKind.Machine, "from the portal's pod", IPAddress.Parse("10.0.0.150"), 11434, manner), cancellationToken);
}
