using System.Collections.Immutable;
using HomelabPortal.Access;
using HomelabPortal.Access.Web;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Access.Web;

public sealed class OpenConnectionsTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private readonly OpenConnections _connections = new();
    private int _aborted;

    [Fact]
    public void TryAdd_TwentyFirstOfAnAccount_IsRefusedAndTheOthersStay()
    {
        for (var number = 0; number < OpenConnections.MostOfAccount; number++)
            Assert.Null(_connections.TryAdd(Connection("ann", $"10.0.0.{number}")));

        Assert.Contains("You have 20 pages", _connections.TryAdd(Connection("ann", "10.0.0.99")), StringComparison.Ordinal);
        Assert.Null(_connections.TryAdd(Connection("bob", "10.0.0.99")));
        Assert.Equal((21, 0), (_connections.All.Count, _aborted));
    }

    [Fact]
    public void TryAdd_FortyFirstOfAnAddress_IsRefused()
    {
        for (var number = 0; number < OpenConnections.MostOfAddress; number++)
            Assert.Null(_connections.TryAdd(Connection($"person{number}", "10.0.0.1")));

        Assert.Contains("from this address", _connections.TryAdd(Connection("ann", "10.0.0.1")), StringComparison.Ordinal);
        Assert.Null(_connections.TryAdd(Connection("ann", "10.0.0.2")));
    }

    [Fact]
    public void TryAdd_OneBeyondAll_IsRefusedAlsoToTheDemoAdmin()
    {
        for (var number = 0; number < OpenConnections.Most; number++)
            Assert.Null(_connections.TryAdd(Connection("demo", "127.0.0.1", isDemo: true)));

        Assert.NotNull(_connections.TryAdd(Connection("demo", "127.0.0.1", isDemo: true)));
    }

    [Fact]
    public void Remove_OneOfTwoAlike_LeavesTheOther()
    {
        var (one, other) = (Connection("ann", "10.0.0.1"), Connection("ann", "10.0.0.1"));
        _connections.TryAdd(one);
        _connections.TryAdd(other);

        _connections.Remove(one);

        Assert.Same(other, Assert.Single(_connections.All));
    }

    [Fact]
    public void EndOrphans_OfSessionsThatEndedRanOutOrWereDisabled_ClosesExactlyThose()
    {
        var names = new[] { "alive", "ended", "expired", "disabled", "deleted" };
        foreach (var name in names)
            _connections.TryAdd(Connection(name, "10.0.0.1"));
        var state = new AccessState
        {
            Accounts = new[] { Account("alive"), Account("ended"), Account("expired"), Account("disabled") with { IsDisabled = true } }.ToImmutableDictionary(account => account.Id),
            Sessions = new[] { Session("alive"), Session("expired") with { ExpiresAt = _now }, Session("disabled"), Session("deleted") }.ToImmutableDictionary(session => session.Id),
        };

        Assert.Equal(4, _connections.EndOrphans(state, _now));

        Assert.Equal("alive", Assert.Single(_connections.All).AccountId);
        Assert.Equal(4, _aborted);
        Assert.Equal(0, _connections.EndOrphans(state, _now));
    }

    private OpenConnection Connection(string account, string address, bool isDemo = false) => new($"session-{account}", account, address, isDemo, () => _aborted++);

    private static AccountInfo Account(string id) => new(id, id, Role.Viewer, false, _now, true, 0, []);

    private static SessionInfo Session(string account) =>
        new($"session-{account}", account, "password", _now, _now.AddHours(1), _now, _now, "10.0.0.1", "");
}
