using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Updates;
using HomelabPortal.Gpu.Containers.Updates.Scheduling;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Tests.Gpu.Containers.Updates;

public sealed class UpdateTurnsTests
{
    private static readonly TimeSpan _cooldown = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _interval = TimeSpan.FromHours(6);
    private static readonly DateTimeOffset _longAgo = Versions.Now.AddDays(-1);
    private static readonly DesiredContainer _container = Wish.Container(image: Versions.Image) with { Updates = Versions.AlwaysOpen };
    private static readonly UpdateState _newer = Versions.State(Versions.Told('b'), Versions.On('a'));

    private static readonly Dictionary<string, UpdateCandidate> _notNow = new()
    {
        ["only noticed"] = Candidate(_container with { Updates = new UpdateRule() }),
        ["window closed"] = Candidate(_container with { Updates = Versions.AlwaysOpen with { Window = Versions.AlwaysOpen.Window! with { To = new TimeOnly(1, 0) } } }),
        ["stopped"] = Candidate(_container with { IsStopped = true }),
        ["does not run"] = Candidate(_container, running: "exited"),
        ["gone back from"] = Candidate(_container with { LeftDigests = [Versions.Digest('b')] }),
        ["failed already"] = Candidate(_container with { Digest = Versions.Digest('b') }, OwnerPhase.Refused),
        ["pinned"] = Candidate(_container with { Image = $"{Versions.Image}@{Versions.Digest('a')}" }),
        ["up to date"] = Candidate(_container, state: Versions.State(Versions.Told('a'), Versions.On('a'))),
        ["changed by hand"] = Candidate(_container, OwnerPhase.Drifted),
        ["host not seen"] = Candidate(_container, OwnerPhase.Unknown),
        ["answer too old"] = Candidate(_container, state: Versions.State(Versions.Told('b') with { At = Versions.Now.AddDays(-2) }, Versions.On('a'))),
    };

    public static TheoryData<string> NotNow => [.. _notNow.Keys];

    [Fact]
    public void Container_WithANewerVersionInItsWindow_HasItsTurn() => Assert.Equal((_container.Id, Versions.Digest('b')), Next([Candidate(_container)]).Select(turn => (turn.Container.Id, turn.Digest)).Single());

    [Theory]
    [MemberData(nameof(NotNow))]
    public void Container_ThatTheTableNames_HasNoTurn(string why)
    {
        Assert.Empty(Next([_notNow[why]]));
        Assert.NotNull(UpdateTurns.WhyNot(_notNow[why], _interval, Versions.Now));
    }

    [Fact]
    public void VersionAfterTheOneThatFailed_HasItsTurn()
    {
        var failed = _container with { Digest = Versions.Digest('b') };

        Assert.Equal(Versions.Digest('c'), Next([Candidate(failed, OwnerPhase.Refused, state: Versions.State(Versions.Told('c'), Versions.On('a')))]).Single().Digest);
    }

    [Fact]
    public void Policy_ThatOnlyObserves_GivesNoTurn() => Assert.Empty(Next([Candidate(_container)], ChangePolicy.Observe));

    [Fact]
    public void Host_WithTwo_UpdatesOneAfterTheOther()
    {
        var other = _container with { Id = "ct00000002", Name = "another" };

        Assert.Equal("another", Next([Candidate(_container), Candidate(other)]).Single().Container.Name);
        Assert.Empty(Next([Candidate(_container), Candidate(other, OwnerPhase.Working)]));
        Assert.Empty(Next([Candidate(_container), Candidate(other, OwnerPhase.Waiting)]));
    }

    [Fact]
    public void Host_WhereOneWaitsForTheGpuWithoutRunning_IsNotHeldUp() =>
        Assert.Single(Next([Candidate(_container), Candidate(_container with { Id = "ct00000002", Name = "another" }, OwnerPhase.Waiting, running: "exited")]));

    [Fact]
    public void Host_ThatHadATurnJustNow_Rests() => Assert.Empty(Next([Candidate(_container)], lastTurn: Versions.Now - _cooldown / 2));

    private static IReadOnlyList<UpdateTurn> Next(IReadOnlyList<UpdateCandidate> candidates, ChangePolicy policy = ChangePolicy.Sync, DateTimeOffset? lastTurn = null) =>
        UpdateTurns.Next(candidates, policy, _ => lastTurn ?? _longAgo, _cooldown, _interval, Versions.Now);

    private static UpdateCandidate Candidate(DesiredContainer container, OwnerPhase phase = OwnerPhase.InPlace, UpdateState? state = null, string running = "running")
    {
        var seen = Versions.Running('a', container.Name, state: running);
        return new UpdateCandidate(container, seen, VersionStandings.Of(container, seen, state ?? _newer), phase);
    }
}
