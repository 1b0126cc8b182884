using HomelabPortal.Access;
using HomelabPortal.Access.Accounts;
using HomelabPortal.Access.Invitations;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Access.Invitations;

public sealed class InvitationBookTests
{
    private static readonly CancellationToken _none = CancellationToken.None;

    [Fact]
    public async Task SetupLink_ClaimedByTwoHundredAtOnce_MakesExactlyOneAdmin()
    {
        using var access = await AccessDatabase.OpenAsync();
        var book = BookOf(access);
        var secret = SecretOf(await book.SetUpAsync(_none));

        var claims = await Task.WhenAll(Enumerable.Range(0, 200)
            .Select(number => Task.Run(() => book.ClaimAsync(secret, new Newcomer($"admin{number}", "hash"), "10.0.0.9", _none))));

        Assert.Single(claims, claim => claim.Account is not null);
        Assert.Equal(199, claims.Count(claim => claim.IsGone));
        Assert.Equal(Role.Admin, Assert.Single(access.Store.Current.Accounts.Values).Role);
    }

    [Theory]
    [InlineData(nameof(LinkKind.Setup), 29, true)]
    [InlineData(nameof(LinkKind.Setup), 30, false)]
    [InlineData(nameof(LinkKind.WayBack), 29, true)]
    [InlineData(nameof(LinkKind.WayBack), 30, false)]
    [InlineData(nameof(LinkKind.Invitation), (24 * 60) - 1, true)]
    [InlineData(nameof(LinkKind.Invitation), 24 * 60, false)]
    public async Task Link_AfterSoManyMinutes_StillWorksOrNot(string kind, int minutes, bool works)
    {
        using var access = await AccessDatabase.OpenAsync();
        var book = BookOf(access);
        var link = Enum.Parse<LinkKind>(kind) switch
        {
            LinkKind.Setup => await book.SetUpAsync(_none),
            LinkKind.WayBack => await book.LetBackAsync(await access.AddAsync("anna", Role.Viewer), Actor.Portal, _none),
            _ => await book.InviteAsync(Role.Viewer, null, Actor.Portal, _none),
        };

        access.Time.Advance(TimeSpan.FromMinutes(minutes));

        Assert.Equal(works, await book.FindAsync(SecretOf(link), _none) is not null);
        Assert.Equal(works, (await book.ClaimAsync(SecretOf(link), new Newcomer("bert", "hash"), null, _none)).Account is not null);
    }

    [Fact]
    public async Task SetupLink_AfterAnAdminCameInOtherwise_OpensNothing()
    {
        using var access = await AccessDatabase.OpenAsync();
        var book = BookOf(access);
        var secret = SecretOf(await book.SetUpAsync(_none));
        await access.AddAsync("owner", Role.Admin);

        Assert.Null(await book.FindAsync(secret, _none));
        Assert.True((await book.ClaimAsync(secret, new Newcomer("intruder", "hash"), null, _none)).IsGone);
        Assert.Single(access.Store.Current.Accounts);
    }

    [Fact]
    public async Task SetupLink_OfAnEarlierStart_IsReplaced()
    {
        using var access = await AccessDatabase.OpenAsync();
        var book = BookOf(access);
        var first = SecretOf(await book.SetUpAsync(_none));
        var second = SecretOf(await book.SetUpAsync(_none));

        Assert.Null(await book.FindAsync(first, _none));
        Assert.NotNull(await book.FindAsync(second, _none));
    }

    [Fact]
    public async Task Invitation_WithANameThatIsTaken_StaysGood()
    {
        using var access = await AccessDatabase.OpenAsync();
        await access.AddAsync("owner", Role.Admin);
        var book = BookOf(access);
        var secret = SecretOf(await book.InviteAsync(Role.Operator, null, Actor.Portal, _none));

        var taken = await book.ClaimAsync(secret, new Newcomer("OWNER", "hash"), null, _none);
        var free = await book.ClaimAsync(secret, new Newcomer("olga", "hash"), null, _none);

        Assert.Equal("This name is taken. Choose another.", taken.NameFault);
        Assert.Equal(Role.Operator, free.Account?.Role);
        Assert.True((await book.ClaimAsync(secret, new Newcomer("otto", "hash"), null, _none)).IsGone);
    }

    [Fact]
    public async Task Invitation_ForAName_MakesThatNameWhateverIsAsked()
    {
        using var access = await AccessDatabase.OpenAsync();
        var book = BookOf(access);
        var secret = SecretOf(await book.InviteAsync(Role.Viewer, "vera", Actor.Portal, _none));

        Assert.Equal("vera", (await book.ClaimAsync(secret, new Newcomer("owner", "hash"), null, _none)).Account?.UserName);
    }

    [Fact]
    public async Task WayBack_Used_ReplacesThePasswordAndEndsWhatWasOpen()
    {
        using var access = await AccessDatabase.OpenAsync();
        var account = await access.AddAsync("anna", Role.Admin);
        var sessions = new HomelabPortal.Access.Sessions.SessionBook(access.Store, access.Time);
        await sessions.BeginAsync(account, "password", new HomelabPortal.Access.Sessions.RequestOrigin("", ""), _none);
        var codes = new RecoveryCodes(access.Store);
        var code = (await codes.RenewAsync(account.Id, _none))[0];
        var book = BookOf(access);

        var claim = await book.ClaimAsync(SecretOf(await book.LetBackAsync(account, Actor.Portal, _none)), new Newcomer("", "new hash"), null, _none);

        Assert.Equal("new hash", claim.Account?.PasswordHash);
        Assert.Empty(access.Store.Current.Sessions);
        Assert.False(await codes.UseAsync(account.Id, code, _none));
    }

    [Fact]
    public async Task Links_OfEveryKind_LeaveTheirSecretNowhere()
    {
        using var access = await AccessDatabase.OpenAsync();
        var book = BookOf(access);
        string[] secrets =
        [
            SecretOf(await book.SetUpAsync(_none)),
            SecretOf(await book.InviteAsync(Role.Viewer, "vera", Actor.Portal, _none)),
            SecretOf(await book.LetBackAsync(await access.AddAsync("anna", Role.Viewer), Actor.Portal, _none)),
        ];

        var files = Directory.GetFiles(access.Database.Folder).Select(path => System.Text.Encoding.Latin1.GetString(ReadShared(path))).ToList();

        Assert.All(secrets, secret => Assert.Equal(43, secret.Length));
        Assert.All(secrets, secret => Assert.DoesNotContain(files, text => text.Contains(secret, StringComparison.Ordinal)));
        Assert.Contains(files, text => text.Contains(LinkSecret.HashOf(secrets[0]), StringComparison.Ordinal));
    }

    private static InvitationBook BookOf(AccessDatabase access) => new(access.Store, access.Database, access.Time);

    private static string SecretOf(NewLink link) => link.Path.Split('/')[^1];

    private static byte[] ReadShared(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var copy = new MemoryStream();
        file.CopyTo(copy);
        return copy.ToArray();
    }
}
