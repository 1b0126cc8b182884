using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Hostnames.Trial;

namespace HomelabPortal.Tests.Hostnames;

public sealed class GoPatternTests
{
    [Theory]
    [InlineData("^/api", "/api/v1", MatchOutcome.Yes)]
    [InlineData("^/api", "/web/api", MatchOutcome.No)]
    [InlineData("api", "/web/api", MatchOutcome.Yes)]
    [InlineData(@"\.(js|css)$", "/a.css", MatchOutcome.Yes)]
    [InlineData(@"\.(js|css)$", "/a.css/", MatchOutcome.No)]
    [InlineData("^/a$", "/a\n", MatchOutcome.No)]
    [InlineData(@"^/\d+$", "/42", MatchOutcome.Yes)]
    [InlineData(@"^/\d+$", "/٤٢", MatchOutcome.No)]
    [InlineData(@"^/[\w-]+$", "/a-b_c", MatchOutcome.Yes)]
    [InlineData("(?i)^/API", "/api", MatchOutcome.Yes)]
    [InlineData("^/(?P<rest>.+)$", "/x", MatchOutcome.Yes)]
    [InlineData("^/[]a]$", "/]", MatchOutcome.Yes)]
    [InlineData("^/(?!admin)", "/x", MatchOutcome.Depends)]
    [InlineData("^/[[:alpha:]]+", "/x", MatchOutcome.Depends)]
    [InlineData(@"^/\pL", "/x", MatchOutcome.Depends)]
    [InlineData(@"(a)\1", "aa", MatchOutcome.Depends)]
    [InlineData("(?x) a", "a", MatchOutcome.Depends)]
    [InlineData("(", "/", MatchOutcome.Depends)]
    [InlineData("[a", "/", MatchOutcome.Depends)]
    [InlineData(@"a\", "/", MatchOutcome.Depends)]
    public void Matches_Pattern_AsGoDoesOrNotAtAll(string pattern, string path, MatchOutcome outcome) =>
        Assert.Equal(outcome, GoPattern.Of(pattern).Matches(path));

    [Fact]
    public void Of_AnyText_NeverThrows() => Prop.ForAll<string?, string?>((pattern, text) =>
    {
        GoPattern.Of(pattern ?? "").Matches(text ?? "");
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Matches_PatternThatExplodesElsewhere_AnswersInLinearTime() =>
        Assert.Equal(MatchOutcome.No, GoPattern.Of("^(a+)+$").Matches(new string('a', 20_000) + "b"));
}
