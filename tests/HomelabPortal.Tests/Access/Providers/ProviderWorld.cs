using HomelabPortal.Access;
using HomelabPortal.Access.Providers;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Platform;
using HomelabPortal.Secrets;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Secrets;
using HomelabPortal.Tests.Simulator.Identity;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Access.Providers;

/// <summary>The simulated provider on one side, a real database on the other, and a clock that both follow.</summary>
internal sealed class ProviderWorld : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly SecretsWorld _secrets;
    private readonly ProviderClient _client;

    private ProviderWorld(TemporaryFolder folder, SecretsWorld secrets, IdentityLab identity)
    {
        (_folder, _secrets, Identity) = (folder, secrets, identity);
        Line = new SwitchedHandler(identity.Handler());
        _client = new ProviderClient(Line, TimeSpan.FromMinutes(1));
        Gitea = Configured(identity).Build();
        Store = new AccessStore(secrets.Database, secrets.Database.Writer, new Live<AccessState>(AccessState.Empty, Time));
        Sessions = new SessionBook(Store, Time);
        Accounts = new ProviderAccounts(Store, secrets.Database, Time);
        Tokens = new SessionTokens(Store, secrets.Database, secrets.Vault);
        Reader = new GroupReader(
            new ProviderBook([Gitea]), new ProviderDirectory(_client, Time), _client, Accounts, Tokens, Sessions, Time, NullLogger<GroupReader>.Instance);
    }

    public IdentityLab Identity { get; }

    public ManualTimeProvider Time => Identity.Time;

    public SwitchedHandler Line { get; }

    public Provider Gitea { get; }

    public AccessStore Store { get; }

    public SessionBook Sessions { get; }

    public ProviderAccounts Accounts { get; }

    public SessionTokens Tokens { get; }

    public GroupReader Reader { get; }

    public string DataFolder => _folder.Path;

    public HomelabPortal.Storage.PortalDbContext Database() => _secrets.Database.CreateDbContext();

    public static async Task<ProviderWorld> OpenAsync()
    {
        var folder = new TemporaryFolder();
        return new ProviderWorld(folder, await SecretsWorld.StartAsync(folder.Path), await IdentityLab.StartAsync());
    }

    public static ProviderOptions Configured(IdentityLab identity) => new()
    {
        Name = "Gitea",
        Kind = ProviderKind.Gitea,
        Issuer = "http://localhost",
        ClientId = identity.State.Client.Id,
        ClientSecret = identity.State.Client.Secret,
        AdminGroup = "homelab:admins",
        OperatorGroup = "homelab:operators",
        ViewerGroup = "homelab:family",
    };

    public Task<Account> AddLocalAsync(string name, Role role) => Store.WriteAsync(
        async context =>
        {
            var row = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), Role = role };
            context.Users.Add(row);
            await context.SaveChangesAsync();
            return row;
        },
        CancellationToken.None);

    /// <summary>Everything a sign-in does but the browser.</summary>
    public async Task<SessionInfo?> SignInAsync(string subject)
    {
        var (person, tokens) = await AskAsync(subject);
        var (account, _) = await Accounts.EnterAsync(Gitea, person, "10.0.0.7", CancellationToken.None);
        if (account is null)
            return null;
        var session = await Sessions.BeginAsync(account, Gitea.Name, new RequestOrigin("10.0.0.7", "curl"), CancellationToken.None);
        await Tokens.KeepAsync(session.Id, tokens, CancellationToken.None);
        return session;
    }

    public async Task<(ProviderPerson Person, ProviderTokens Tokens)> AskAsync(string subject)
    {
        Identity.State.SignedInAs = subject;
        var code = await Identity.CodeAsync();
        var tokens = await _client.ExchangeAsync(Gitea, new Uri("http://localhost/login/oauth/access_token"), code, IdentityLab.Verifier, IdentityLab.Redirect, CancellationToken.None);
        return (await _client.PersonAsync(Gitea, new Uri("http://localhost/login/oauth/userinfo"), tokens, CancellationToken.None), tokens);
    }

    public Task ReadGroupsAsync() => Reader.ReadAllAsync(CancellationToken.None);

    public AccountInfo AccountOf(SessionInfo session) => Store.Current.Accounts[session.AccountId];

    public bool IsOpen(SessionInfo session) =>
        Store.Current.FindSession(session.Id, Time.GetUtcNow()) is not null && Store.Current.FindActiveAccount(session.AccountId) is not null;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        Line.Dispose();
        await Identity.DisposeAsync();
        _secrets.Dispose();
        _folder.Dispose();
    }
}
