using HomelabPortal.Access;
using HomelabPortal.Access.Accounts;
using HomelabPortal.Access.Accounts.Passwords;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Invitations;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Identity;

namespace HomelabPortal.Tests.Access.Accounts;

public sealed class AccountActsTests : IAsyncLifetime
{
    private static readonly CancellationToken _none = CancellationToken.None;
    private AccessDatabase? _access;

    private AccessDatabase Access => _access!;

    private AccountChange Change => new(Access.Runner, Access.Store, Access.Time);

    private AccountActs Acts => new(Change, Access.Runner, new InvitationBook(Access.Store, Access.Database, Access.Time), Access.Store);

    private OwnAccountActs Own => new(Change, Access.Runner, new PasswordHashing(), new RecoveryCodes(Access.Store), Access.Audit);

    public async Task InitializeAsync() => _access = await AccessDatabase.OpenAsync();

    public Task DisposeAsync()
    {
        Access.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task LastAdmin_HoweverAsked_Stays()
    {
        var (admin, actor) = await PersonAsync("owner", Role.Admin);
        // Neither of these could let anybody in.
        await Access.AddAsync("demo", Role.Admin, passwordHash: null);
        var (gone, _) = await PersonAsync("former", Role.Admin);
        Assert.True((await Acts.DisableAsync(gone.Id, actor, _none)).Succeeded);

        var outcomes = new[]
        {
            await Acts.DisableAsync(admin.Id, actor, _none),
            await Acts.ChangeRoleAsync(admin.Id, Role.Operator, actor, _none),
            await Acts.DeleteAsync(admin.Id, actor, _none),
        };

        Assert.All(outcomes, outcome => Assert.Contains("last admin", outcome.Fault, StringComparison.Ordinal));
        Assert.True(FirstAdmin.IsThere(Access.Store.Current));
    }

    [Fact]
    public async Task Admin_WithAnotherBesides_CanBeDemotedAndDeleted()
    {
        var (first, _) = await PersonAsync("owner", Role.Admin);
        var (_, actor) = await PersonAsync("second", Role.Admin);

        Assert.True((await Acts.ChangeRoleAsync(first.Id, Role.Viewer, actor, _none)).Succeeded);
        Assert.Equal(Role.Viewer, Access.Store.Current.Accounts[first.Id].Role);
        Assert.True((await Acts.DeleteAsync(first.Id, actor, _none)).Succeeded);
        Assert.DoesNotContain(first.Id, Access.Store.Current.Accounts.Keys);
    }

    [Fact]
    public async Task Disable_OfSomebody_EndsWhatTheyHaveOpenAtOnce()
    {
        var (_, actor) = await PersonAsync("owner", Role.Admin);
        var (victim, session) = await PersonAsync("olga", Role.Operator);

        await Acts.DisableAsync(victim.Id, actor, _none);

        Assert.Equal(AccessRefusalKind.SignedOut, new AuthorityCheck(Access.Live, Access.Time).WhyNot(session, Act.SeeLab)?.Kind);
        Assert.DoesNotContain(Access.Store.Current.Sessions.Values, open => open.AccountId == victim.Id);
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Operator)]
    public async Task Acts_OnOthers_AreRefusedBelowAdminAndChangeNothing(Role role)
    {
        var (admin, _) = await PersonAsync("owner", Role.Admin);
        var (self, actor) = await PersonAsync("somebody", role);
        var before = Access.Store.Current.Accounts;

        var outcomes = new[]
        {
            (await Acts.InviteAsync(Role.Admin, null, actor, _none)).Outcome,
            (await Acts.LetBackAsync(admin.Id, actor, _none)).Outcome,
            await Acts.ChangeRoleAsync(self.Id, Role.Admin, actor, _none),
            await Acts.DisableAsync(admin.Id, actor, _none),
            await Acts.EnableAsync(admin.Id, actor, _none),
            await Acts.DeleteAsync(admin.Id, actor, _none),
            await Acts.TakeBackLinkAsync("00", actor, _none),
        };

        Assert.All(outcomes, outcome => Assert.Equal(AccessRefusalKind.Role, outcome.Refusal?.Kind));
        Assert.Equal(before.Values.OrderBy(account => account.Id).Select(account => (account.Id, account.Role, account.IsDisabled)),
            Access.Store.Current.Accounts.Values.OrderBy(account => account.Id).Select(account => (account.Id, account.Role, account.IsDisabled)));
        Assert.Empty(Access.Store.Current.Invitations);
    }

    [Fact]
    public async Task Acts_OnOthers_AskForAFreshProof()
    {
        var (_, actor) = await PersonAsync("owner", Role.Admin);
        Access.Time.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(AccessRefusalKind.NeedsProof, (await Acts.InviteAsync(Role.Viewer, null, actor, _none)).Refusal?.Kind);
        Assert.Equal(AccessRefusalKind.NeedsProof, (await Own.SetPasswordAsync("three mild green towers", actor, _none)).Refusal?.Kind);
    }

    [Fact]
    public async Task Password_Changed_EndsTheOtherSessionsAndIsNowhereInTheAudit()
    {
        var (account, actor) = await PersonAsync("owner", Role.Admin);
        await new SessionBook(Access.Store, Access.Time).BeginAsync(account, "password", new RequestOrigin("10.0.0.9", "elsewhere"), _none);

        Assert.True((await Own.SetPasswordAsync("three mild green towers", actor, _none)).Succeeded);

        Assert.Equal([actor.SessionId], Access.Store.Current.Sessions.Keys);
        Assert.DoesNotContain(await Access.AuditAsync(), row => $"{row.Act} {row.Outcome} {row.Before} {row.After}".Contains("towers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task LastWayIn_PasswordPasskeyOrProvider_CannotBeTakenAway()
    {
        var (account, actor) = await PersonAsync("owner", Role.Admin);
        Assert.Contains("only way", (await Own.RemovePasswordAsync(actor, _none)).Fault, StringComparison.Ordinal);

        await AddPasskeyAsync(account, [1]);
        await AddPasskeyAsync(account, [2]);
        Assert.True((await Own.RemovePasswordAsync(actor, _none)).Succeeded);
        Assert.True((await Own.RemovePasskeyAsync("AQ", actor, _none)).Succeeded);
        Assert.Contains("only way", (await Own.RemovePasskeyAsync("Ag", actor, _none)).Fault, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecoveryCodes_OfAnAccount_WorkOnceAndAreReplacedTogether()
    {
        var (account, actor) = await PersonAsync("owner", Role.Admin);
        var codes = new RecoveryCodes(Access.Store);
        var first = (await Own.MakeRecoveryCodesAsync(actor, _none)).Value!;

        var uses = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => codes.UseAsync(account.Id, first[0].ToUpperInvariant().Replace('-', ' '), _none))));
        var second = (await Own.MakeRecoveryCodesAsync(actor, _none)).Value!;

        Assert.Equal(8, first.Distinct().Count());
        Assert.Single(uses, used => used);
        Assert.False(await codes.UseAsync(account.Id, first[1], _none));
        Assert.True(await codes.UseAsync(account.Id, second[1], _none));
    }

    private async Task<(Account Account, Actor Actor)> PersonAsync(string name, Role role)
    {
        var account = await Access.AddAsync(name, role);
        var session = await new SessionBook(Access.Store, Access.Time).BeginAsync(account, "password", new RequestOrigin("10.0.0.9", "a browser"), _none);
        return (account, new Actor(name) { AccountId = account.Id, SessionId = session.Id });
    }

    private Task<int> AddPasskeyAsync(Account account, byte[] id) => Access.Store.WriteAsync(
        context =>
        {
            context.UserPasskeys.Add(new IdentityUserPasskey<string>
            {
                UserId = account.Id,
                CredentialId = id,
                Data = new IdentityPasskeyData { PublicKey = [1], CreatedAt = Access.Time.GetUtcNow(), AttestationObject = [1], ClientDataJson = [1] },
            });
            return context.SaveChangesAsync();
        },
        _none);
}
