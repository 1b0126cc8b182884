using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Ingress.Rules;

namespace HomelabPortal.Tests.Ingress;

public sealed class RuleReachTests
{
    [Theory]
    [InlineData("Host(`a.b`)", "Host(`a.b`)", true)]
    [InlineData("Host(`a.b`)", "Host(`A.B`)", true)]
    [InlineData("Host(`a.b`)", "Host(`a.b`) && PathPrefix(`/x`)", true)]
    [InlineData("Host(`a.b`) && PathPrefix(`/x`)", "Host(`a.b`)", false)]
    [InlineData("Host(`a.b`) && PathPrefix(`/x`)", "Host(`a.b`) && Path(`/xy`)", true)]
    [InlineData("PathPrefix(`/`)", "Host(`a.b`)", true)]
    [InlineData("HostRegexp(`^.+\\.b$`)", "Host(`a.b`)", true)]
    [InlineData("HostRegexp(`{app:[a-z]+}.b`)", "Host(`a.b`)", true)]
    [InlineData("HostRegexp(`{app:[a-z]+}.b`)", "Host(`a1.b`)", false)]
    [InlineData("HostRegexp(`^.+\\.c$`)", "Host(`a.b`)", false)]
    [InlineData("HostRegexp(`(`)", "Host(`a.b`)", false)]
    [InlineData("Host(`a.b`)", "Host(`a.b`) && Method(`GET`)", true)]
    [InlineData("Host(`a.b`) && Method(`GET`)", "Host(`a.b`)", false)]
    [InlineData("Host(`a.b`) && !Path(`/x`)", "Host(`a.b`)", false)]
    public void Covers_TwoRules_OnlyWhatIsCertain(string wide, string narrow, bool covers) => Assert.Equal(covers, Reach(wide).Covers(Reach(narrow)));

    [Theory]
    [InlineData("Host(`a.b`) && PathPrefix(`/api`)", "Host(`a.b`) && PathPrefix(`/app`)", false)]
    [InlineData("Host(`a.b`) && PathPrefix(`/api`)", "Host(`a.b`) && PathPrefix(`/api/v1`)", true)]
    [InlineData("Host(`a.b`)", "Host(`c.d`)", false)]
    [InlineData("Host(`a.b`)", "PathPrefix(`/x`)", true)]
    [InlineData("Host(`a.b`) && Header(`X-A`, `1`)", "Host(`a.b`) && Header(`X-A`, `2`)", false)]
    [InlineData("Host(`a.b`) && Header(`X-A`, `1`)", "Host(`a.b`)", true)]
    public void Meets_TwoRules_OnlyWhatIsCertain(string left, string right, bool meets)
    {
        Assert.Equal(meets, Reach(left).Meets(Reach(right)));
        Assert.Equal(meets, Reach(right).Meets(Reach(left)));
    }

    [Fact]
    public void Meets_RuleThatIsCovered_AlwaysIsMet()
    {
        var parts = Gen.Elements("Host(`a.b`)", "Host(`c.d`, `a.b`)", "HostRegexp(`^.+\\.b$`)", "PathPrefix(`/x`)", "Path(`/x/y`)", "Method(`GET`)", "!ClientIP(`10.0.0.1`)", "PathRegexp(`^/z`)");
        var rules = parts.ListOf().Where(list => list.Count is > 0 and < 5).Select(list => string.Join(" && ", list));
        Prop.ForAll(rules.ToArbitrary(), rules.ToArbitrary(), (left, right) =>
        {
            var (wide, narrow) = (Whole(left), Whole(right));
            return wide is null || narrow is null || !wide.Covers(narrow) || wide.Meets(narrow);
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void HostPattern_AnyText_NeverThrows() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text => HostPattern.Of(text ?? "").Matches("a.b") == HostPattern.Of(text ?? "").Matches("a.b")).QuickCheckThrowOnFailure();

    [Fact]
    public void HostPattern_NestedBraces_AreOnePlaceholder() => Assert.True(HostPattern.Of("{year:[0-9]{4}}.b").Matches("2026.b"));

    private static RuleReach Reach(string rule) => RuleReach.Of(Assert.Single(TraefikRule.Parse(rule).Alternatives));

    private static RuleReach? Whole(string rule) => TraefikRule.Parse(rule).Alternatives is [var only] ? RuleReach.Of(only) : null;
}
