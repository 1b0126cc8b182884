using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Desired;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Access.Sessions;

/// <summary>Accounts and sessions in a real database, with the acts on them.</summary>
internal sealed class SessionWorld : IDisposable
{
    private static readonly RequestOrigin _laptop = new("10.0.0.7", "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");

    private SessionWorld(ManualTimeProvider clock)
    {
        Clock = clock;
        Live = new Live<AccessState>(AccessState.Empty, Clock);
        Store = new AccessStore(Database, Database.Writer, Live);
        Book = new SessionBook(Store, Clock);
        Authority = new AuthorityCheck(Live, Clock);
        Runner = new ActionRunner(Authority, new AuditLog(Database.Writer, Clock), NullLogger<ActionRunner>.Instance);
        Acts = new SessionActs(Book, Runner, Store);
        Seen = new SessionSeen(Store, Clock, NullLogger<SessionSeen>.Instance);
    }

    public PortalDatabase Database { get; } = new();

    public ManualTimeProvider Clock { get; }

    public AuthorityCheck Authority { get; }

    public ActionRunner Runner { get; }

    public Live<AccessState> Live { get; }

    public AccessStore Store { get; }

    public SessionBook Book { get; }

    public SessionActs Acts { get; }

    public SessionSeen Seen { get; }

    public static async Task<SessionWorld> OpenAsync(ManualTimeProvider? clock = null)
    {
        var world = new SessionWorld(clock ?? new ManualTimeProvider());
        await world.Database.StartAsync();
        return world;
    }

    public Task<Account> AddAsync(string name, Role role, bool password = false) => Store.WriteAsync(
        async context =>
        {
            var row = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), Role = role, PasswordHash = password ? "a hash" : null };
            context.Users.Add(row);
            await context.SaveChangesAsync();
            return row;
        },
        CancellationToken.None);

    /// <summary>Signs in, and says who acts from then on.</summary>
    public async Task<Actor> SignInAsync(Account account)
    {
        var session = await Book.BeginAsync(account, "password", _laptop, CancellationToken.None);
        return new Actor(account.UserName!) { AccountId = account.Id, SessionId = session.Id, Address = _laptop.Address };
    }

    public bool IsSignedIn(Actor actor) => Store.Current.FindSession(actor.SessionId!, Clock.GetUtcNow()) is not null;

    public void Dispose()
    {
        Seen.Dispose();
        Database.Dispose();
    }
}
