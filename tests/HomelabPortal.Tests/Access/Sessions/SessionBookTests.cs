using HomelabPortal.Access;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Desired;

namespace HomelabPortal.Tests.Access.Sessions;

public sealed class SessionBookTests : IDisposable
{
    private static readonly RequestOrigin _phone = new("10.0.0.20", "a phone");
    private readonly PortalDatabase _database = new();
    private readonly ManualTimeProvider _clock = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Begin_OfASession_IsKnownAtOnceAndAudited()
    {
        var (book, store, account) = await OpenAsync();

        var session = await book.BeginAsync(account, "password", _phone, CancellationToken.None);

        Assert.Equal(session, store.Current.FindSession(session.Id, _clock.GetUtcNow()));
        await using var context = _database.CreateDbContext();
        var row = Assert.Single(context.Audit);
        Assert.Equal(("Sign in", "owner", "with password", "10.0.0.20"), (row.Act, row.Actor, row.Outcome, row.Address));
        Assert.DoesNotContain(session.Id, row.Credential);
    }

    [Fact]
    public async Task End_OfOneSession_LeavesTheOthers()
    {
        var (book, store, account) = await OpenAsync();
        var first = await book.BeginAsync(account, "password", _phone, CancellationToken.None);
        var second = await book.BeginAsync(account, "passkey", _phone, CancellationToken.None);

        var ended = await book.EndAsync(row => row.Id == first.Id, "Sign out", new Actor("owner"), CancellationToken.None);

        Assert.Equal(1, ended);
        Assert.Equal([second.Id], store.Current.Sessions.Keys);
    }

    [Fact]
    public async Task Sessions_AfterARestart_AreStillThere()
    {
        var (book, _, account) = await OpenAsync();
        var session = await book.BeginAsync(account, "password", _phone, CancellationToken.None);

        var (_, restarted, _) = await OpenAsync(account);

        Assert.Equal(session, restarted.Current.FindSession(session.Id, _clock.GetUtcNow()));
    }

    [Fact]
    public async Task Proof_GivenAgain_MakesTheSessionFresh()
    {
        var (book, store, account) = await OpenAsync();
        var session = await book.BeginAsync(account, "password", _phone, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMinutes(6));

        Assert.False(store.Current.Sessions[session.Id].IsFresh(_clock.GetUtcNow()));
        await book.ProvedAsync(session.Id, CancellationToken.None);

        Assert.True(store.Current.Sessions[session.Id].IsFresh(_clock.GetUtcNow()));
    }

    private async Task<(SessionBook Book, AccessStore Store, Account Account)> OpenAsync(Account? known = null)
    {
        await _database.StartAsync();
        var store = new AccessStore(_database, _database.Writer, new Live<AccessState>(AccessState.Empty, _clock));
        await store.LoadAsync(CancellationToken.None);
        var account = known ?? await store.WriteAsync(
            async context =>
            {
                var row = new Account { UserName = "owner", NormalizedUserName = "OWNER", Role = Role.Admin };
                context.Users.Add(row);
                await context.SaveChangesAsync();
                return row;
            },
            CancellationToken.None);
        return (new SessionBook(store, _clock), store, account);
    }
}
