using System.Collections.Immutable;
using Bunit;
using Bunit.TestDoubles;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Pages;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Platform;
using Microsoft.Extensions.DependencyInjection;
using Role = HomelabPortal.Storage.Rows.Role;

namespace HomelabPortal.Tests.Access;

/// <summary>A person of some role at a test page, known to it the way the portal knows people: by a session in the real state.</summary>
internal sealed class PersonAt
{
    public const string Account = "account-ada";
    public const string Session = "5e5510000000000000000000000000ad";
    private readonly TimeProvider _time;
    private readonly BunitAuthorizationContext _signedIn;

    public PersonAt(BunitContext page, Role role, TimeProvider time)
    {
        _time = time;
        Access = new Live<AccessState>(AccessState.Empty, time);
        Access.Publish(StateOf(role, time.GetUtcNow()));
        _signedIn = page.AddAuthorization();
        SignIn(Access.Current.Value.Sessions[Session], "ada");
        page.Services.AddSingleton(Access);
        page.Services.AddSingleton(Authority = new AuthorityCheck(Access, time));
        page.Services.AddScoped<CurrentActor>();
        page.Services.AddScoped<ProofRequest>();
    }

    public Live<AccessState> Access { get; }

    public AuthorityCheck Authority { get; }

    /// <summary>The page is looked at in another session from here on.</summary>
    public void SignIn(SessionInfo session, string name) =>
        _signedIn.SetAuthorized(name).SetClaims([.. SessionCookie.PrincipalOf(session, name, session.Address).Claims]);

    /// <summary>Somebody changes the person's role while the page is open.</summary>
    public void Becomes(Role role) => Change(account => account with { Role = role });

    public void Change(Func<AccountInfo, AccountInfo> change) =>
        Access.Publish(Access.Current.Value with { Accounts = Access.Current.Value.Accounts.SetItem(Account, change(Access.Current.Value.Accounts[Account])) });

    public void Change(Func<SessionInfo, SessionInfo> change) => Add(change(Access.Current.Value.Sessions[Session]));

    public void Add(SessionInfo session) => Access.Publish(Access.Current.Value with { Sessions = Access.Current.Value.Sessions.SetItem(session.Id, session) });

    public void Add(AccountInfo account) => Access.Publish(Access.Current.Value with { Accounts = Access.Current.Value.Accounts.SetItem(account.Id, account) });

    /// <summary>The last proof of who it is was too long ago for acts of weight.</summary>
    public void ProofGoesStale() => Change(session => session with { FreshAt = _time.GetUtcNow() - ActTable.ProofHolds - TimeSpan.FromSeconds(1) });

    /// <summary>What the proof endpoint does when the password was right.</summary>
    public void Proves() => Change(session => session with { FreshAt = _time.GetUtcNow() });

    private static AccessState StateOf(Role role, DateTimeOffset now) => new()
    {
        Accounts = ImmutableDictionary<string, AccountInfo>.Empty.Add(Account, new AccountInfo(Account, "ada", role, false, now, true, 0, [])),
        Sessions = ImmutableDictionary<string, SessionInfo>.Empty.Add(
            Session, new SessionInfo(Session, Account, "password", now, now + SessionBook.MostAge, now, now, "10.0.0.7", "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")),
    };
}
