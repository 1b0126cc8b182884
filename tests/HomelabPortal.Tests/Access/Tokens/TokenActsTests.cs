using System.Text;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.Tokens;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Desired;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Access.Tokens;

public sealed class TokenActsTests : IDisposable
{
    private static readonly TokenWish _wish = new("ci", [Scopes.ReadLab], TimeSpan.FromDays(90));
    private readonly PortalDatabase _database = new();
    private readonly ManualTimeProvider _clock = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Make_OfAToken_StoresItsHashAndLastFourOnly()
    {
        var (acts, store, _) = await OpenAsync();

        var made = await acts.MakeAsync(_wish, await SignInAsync(store, Role.Admin), CancellationToken.None);

        var text = Assert.IsType<string>(made.Text);
        var token = Assert.Single(store.Current.Tokens.Values);
        Assert.Equal((TokenText.HashOf(text), text[^4..]), (token.Hash, token.LastFour));
        Assert.Equal(_clock.GetUtcNow().AddDays(90), token.ExpiresAt);
        var secret = Encoding.ASCII.GetBytes(text[TokenText.Prefix.Length..^6]);
        Assert.All(Directory.GetFiles(_database.Folder), file => Assert.Equal(-1, ReadShared(file).AsSpan().IndexOf(secret)));
    }

    [Fact]
    public async Task Make_OfAToken_IsAuditedWithItsNameAndScopes()
    {
        var (acts, store, _) = await OpenAsync();

        await acts.MakeAsync(_wish, await SignInAsync(store, Role.Admin), CancellationToken.None);

        await using var context = _database.CreateDbContext();
        Assert.Contains(context.Audit, row => row.Act == "Make the token “ci”" && row.Outcome == "made, for lab:read");
    }

    [Fact]
    public async Task Make_WithAnOldProof_AsksForANewOne()
    {
        var (acts, store, _) = await OpenAsync();
        var admin = await SignInAsync(store, Role.Admin);
        _clock.Advance(TimeSpan.FromMinutes(6));

        var outcome = await acts.MakeAsync(_wish, admin, CancellationToken.None);

        Assert.Equal(AccessRefusalKind.NeedsProof, outcome.Refusal?.Kind);
        Assert.Empty(store.Current.Tokens);
    }

    [Fact]
    public async Task Make_ByAToken_IsRefused()
    {
        var (acts, store, _) = await OpenAsync();
        var admin = await SignInAsync(store, Role.Admin);
        await acts.MakeAsync(_wish, admin, CancellationToken.None);
        var program = admin with { SessionId = null, TokenId = store.Current.Tokens.Keys.Single() };

        var outcome = await acts.MakeAsync(_wish with { Name = "another" }, program, CancellationToken.None);

        Assert.Equal(AccessRefusalKind.Scope, outcome.Refusal?.Kind);
        Assert.Single(store.Current.Tokens);
    }

    [Theory]
    [InlineData(Role.Viewer, Scopes.ReadLab, true)]
    [InlineData(Role.Viewer, Scopes.WriteExposures, false)]
    [InlineData(Role.Operator, Scopes.WriteExposures, true)]
    [InlineData(Role.Operator, Scopes.Publish, false)]
    [InlineData(Role.Admin, Scopes.Publish, true)]
    [InlineData(Role.Admin, "everything", false)]
    public async Task Make_WithAScopeBeyondTheRole_IsToldAtTheField(Role role, string scope, bool may)
    {
        var (acts, store, _) = await OpenAsync();

        var outcome = await acts.MakeAsync(_wish with { Scopes = [scope] }, await SignInAsync(store, role), CancellationToken.None);

        Assert.Equal(may ? [] : [TokenChecks.ScopesField], outcome.Faults.Keys);
        Assert.Equal(may, outcome.Text is not null);
    }

    [Theory]
    [InlineData("", 90, TokenChecks.NameField)]
    [InlineData("two\nlines", 90, TokenChecks.NameField)]
    [InlineData("ci", 366, TokenChecks.LifetimeField)]
    [InlineData("ci", 0, TokenChecks.LifetimeField)]
    [InlineData("ci", -1, TokenChecks.LifetimeField)]
    public async Task Make_WithABadAnswer_IsToldAtTheField(string name, int days, string field)
    {
        var (acts, store, _) = await OpenAsync();

        var outcome = await acts.MakeAsync(new TokenWish(name, [Scopes.ReadLab], TimeSpan.FromDays(days)), await SignInAsync(store, Role.Admin), CancellationToken.None);

        Assert.Equal([field], outcome.Faults.Keys);
        Assert.Empty(store.Current.Tokens);
    }

    [Fact]
    public async Task Make_TwiceUnderOneName_IsRefusedUntilTheFirstIsRevoked()
    {
        var (acts, store, _) = await OpenAsync();
        var admin = await SignInAsync(store, Role.Admin);
        await acts.MakeAsync(_wish, admin, CancellationToken.None);

        Assert.Equal([TokenChecks.NameField], (await acts.MakeAsync(_wish, admin, CancellationToken.None)).Faults.Keys);
        await acts.RevokeAsync(store.Current.Tokens.Keys.Single(), admin, CancellationToken.None);

        Assert.True((await acts.MakeAsync(_wish, admin, CancellationToken.None)).Succeeded);
    }

    [Theory]
    [InlineData(Role.Viewer, false)]
    [InlineData(Role.Operator, false)]
    [InlineData(Role.Admin, true)]
    public async Task Revoke_OfAnothersToken_TakesAnAdmin(Role role, bool may)
    {
        var (acts, store, _) = await OpenAsync();
        await acts.MakeAsync(_wish, await SignInAsync(store, Role.Viewer), CancellationToken.None);
        var token = store.Current.Tokens.Keys.Single();

        var outcome = await acts.RevokeAsync(token, await SignInAsync(store, role, "somebody else"), CancellationToken.None);

        Assert.Equal(may, outcome.Succeeded);
        Assert.Equal(may, store.Current.FindToken(token, _clock.GetUtcNow()) is null);
    }

    [Fact]
    public async Task Use_ManyTimesAMinute_IsWrittenOnce()
    {
        var (acts, store, use) = await OpenAsync();
        await acts.MakeAsync(_wish, await SignInAsync(store, Role.Admin), CancellationToken.None);
        var writes = 0;

        for (var second = 0; second < 60; second++)
        {
            var before = store.Current;
            await use.NoteAsync(store.Current.Tokens.Values.Single(), $"10.0.0.{second}", CancellationToken.None);
            writes += ReferenceEquals(before, store.Current) ? 0 : 1;
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(1, writes);
        Assert.Equal("10.0.0.0", store.Current.Tokens.Values.Single().LastUsedAddress);
        await use.NoteAsync(store.Current.Tokens.Values.Single(), "10.0.0.99", CancellationToken.None);
        Assert.Equal("10.0.0.99", store.Current.Tokens.Values.Single().LastUsedAddress);
    }

    private async Task<(TokenActs Acts, AccessStore Store, TokenUse Use)> OpenAsync()
    {
        await _database.StartAsync();
        var live = new Live<AccessState>(AccessState.Empty, _clock);
        var store = new AccessStore(_database, _database.Writer, live);
        await store.LoadAsync(CancellationToken.None);
        var runner = new ActionRunner(new AuthorityCheck(live, _clock), new AuditLog(_database.Writer, _clock), NullLogger<ActionRunner>.Instance);
        return (new TokenActs(store, runner, _clock), store, new TokenUse(store, _clock, NullLogger<TokenUse>.Instance));
    }

    private async Task<Actor> SignInAsync(AccessStore store, Role role, string name = "somebody")
    {
        var account = await store.WriteAsync(
            async context =>
            {
                var row = new Account { UserName = name, NormalizedUserName = name.ToUpperInvariant(), Role = role };
                context.Users.Add(row);
                await context.SaveChangesAsync();
                return row;
            },
            CancellationToken.None);
        var session = await new SessionBook(store, _clock).BeginAsync(account, "password", new RequestOrigin("10.0.0.9", "a test"), CancellationToken.None);
        return new Actor(name) { AccountId = account.Id, SessionId = session.Id };
    }

    private static byte[] ReadShared(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
