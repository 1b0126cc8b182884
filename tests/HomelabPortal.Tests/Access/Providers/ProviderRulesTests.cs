using HomelabPortal.Access.Assertions;
using HomelabPortal.Access.Providers;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Tests.Access.Providers;

/// <summary>The pure parts: options, groups, entry, names, errands.</summary>
public sealed class ProviderRulesTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);

    [Fact]
    public void Options_WithSeveralFaults_TellAllOfThem()
    {
        var options = new ProvidersOptions { GroupsEvery = TimeSpan.FromHours(1), Providers = [new ProviderOptions { Name = "x/y", Issuer = "http://git.example.org" }] };

        Assert.Equal(
            ["Access:Providers:0:Name", "Access:Providers:0:Kind", "Access:Providers:0:Issuer", "Access:Providers:0:ClientId", "Access:Providers:0:ClientSecretFile", "Access:GroupsEvery"],
            options.Faults().Select(fault => fault.Split(' ')[0]));
    }

    [Fact]
    public void Options_OfTwoProvidersOnOneAddress_AreAFault() =>
        Assert.Contains(
            new ProvidersOptions { Providers = [Good("Gitea"), Good("gitea")] }.Faults(), fault => fault.Contains("2 times", StringComparison.Ordinal));

    [Fact]
    public void Options_OfOneGroupForTwoRoles_AreAFault() =>
        Assert.Single(Good("Gitea", options => (options.AdminGroup, options.ViewerGroup) = ("a", "a")).Faults("x"));

    [Fact]
    public void Secret_InAPrintedProvider_IsDots() => Assert.DoesNotContain("s3cret", Good("Gitea").Build().ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("admins", Role.Admin)]
    [InlineData("viewers admins", Role.Admin)]
    [InlineData("viewers operators", Role.Operator)]
    [InlineData("viewers", Role.Viewer)]
    [InlineData("Admins", null)]
    [InlineData("admins-of-nothing", null)]
    [InlineData("", null)]
    public void Role_IsThatOfTheHighestExactGroup(string groups, Role? role) =>
        Assert.Equal(role, new GroupRules("admins", "operators", "viewers").RoleOf(groups.Split(' ')));

    [Fact]
    public void Role_OfARuleThatIsNotSet_IsNobodys() => Assert.Null(new GroupRules(null, null, null).RoleOf(["", "admins"]));

    [Theory]
    [InlineData(null, null, "Refused { Problem = NoGroup }")]
    [InlineData(null, Role.Viewer, "Create { Role = Viewer }")]
    [InlineData("linked", null, "Admit { Role = Operator }")]
    [InlineData("linked", Role.Admin, "Admit { Role = Operator }")]
    [InlineData("linked disabled", Role.Admin, "Refused { Problem = Disabled }")]
    [InlineData("made", Role.Admin, "Admit { Role = Admin }")]
    [InlineData("made", null, "Shut { }")]
    [InlineData("made disabled", Role.Admin, "Refused { Problem = Disabled }")]
    [InlineData("made disabled shut", Role.Viewer, "Admit { Role = Viewer }")]
    [InlineData("made disabled shut", null, "Shut { }")]
    public void Entry_FollowsItsTable(string? account, Role? role, string entry)
    {
        var known = account is null ? null : new KnownAccount(Role.Operator, account.Contains("disabled"), account.Contains("made"), account.Contains("shut"));

        Assert.Equal(entry, EntryDecision.Of(known, role).ToString());
    }

    [Theory]
    [InlineData("anna", "anna")]
    [InlineData("ben", "ben-gitea")]
    [InlineData("cleo", "cleo-gitea-2")]
    [InlineData("portal", "portal-gitea")]
    [InlineData("\u202Eadm\u0456n<b>", "admnb")]
    [InlineData("...", "gitea")]
    [InlineData(null, "gitea")]
    public void Name_IsPlainAndNobodyElses(string? theirs, string ours) =>
        Assert.Equal(ours, ProviderNames.Choose(new ProviderPerson("1", theirs, []), Good("Gitea").Build(), ["BEN", "CLEO", "CLEO-GITEA"]));

    [Fact]
    public void Errand_IsAnsweredOnceAndInTime()
    {
        var time = new ManualTimeProvider(_now);
        var book = new ErrandBook(time);
        var (first, second, third) = (Begin(time), Begin(time), Begin(time));

        Assert.True(book.TryAnswer(first));
        Assert.False(book.TryAnswer(first));
        time.Advance(ErrandBook.Holds - TimeSpan.FromSeconds(1));
        Assert.True(book.TryAnswer(second));
        Assert.False(book.TryAnswer(first));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.False(book.TryAnswer(third));
        Assert.False(book.TryAnswer(first));
        Assert.False(book.TryAnswer(second));
    }

    [Fact]
    public void Errand_ThroughTheState_IsTheSame()
    {
        var errand = Errand.Begin(Purpose.Link, "session", _now);

        Assert.Equal(errand, Errand.From(errand.ToProperties("/exposures")));
        Assert.Null(Errand.From(new Microsoft.AspNetCore.Authentication.AuthenticationProperties()));
    }

    [Theory]
    [InlineData("7", "errand", -61, "NotFresh")]
    [InlineData("7", "errand", -60, null)]
    [InlineData("7", "errand", 5, null)]
    [InlineData("7", "errand", null, null)]
    [InlineData("8", "errand", 5, "Strange")]
    [InlineData("7", "another", 5, "Strange")]
    [InlineData("7", null, 5, "Strange")]
    public void Proof_IsOfThisPersonThisErrandAndNew(string subject, string? nonce, int? seconds, string? problem)
    {
        var answer = new ProviderAnswer(Good("Sso").Build(), new ProviderPerson("7", null, []), new ProviderTokens("a", null), new Errand("errand", Purpose.Proof, "s", _now));
        var claims = new AssertionClaims
        {
            Issuer = "i", Subject = subject, Audiences = [], ExpiresAt = _now, Nonce = nonce, ProvedAt = seconds is { } late ? _now.AddSeconds(late) : null,
        };

        Assert.Equal(problem, ProofCheck.WhyNot(claims, answer)?.ToString());
    }

    private static Errand Begin(ManualTimeProvider time) => Errand.Begin(Purpose.SignIn, null, time.GetUtcNow());

    private static ProviderOptions Good(string name, Action<ProviderOptions>? change = null)
    {
        var options = new ProviderOptions { Name = name, Kind = ProviderKind.Gitea, Issuer = "https://git.example.org", ClientId = "id", ClientSecret = "s3cret" };
        change?.Invoke(options);
        return options;
    }
}
