using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Logins;

namespace HomelabPortal.Tests.Logins;

public sealed class LoginMarkTests
{
    [Theory]
    [InlineData("Family (hlp:inst0001:lp00000001)", "inst0001", "lp00000001")]
    [InlineData("(hlp:a:b-open)", "a", "b-open")]
    [InlineData("A (hlp:x:y) (hlp:inst0001:ex1)  ", "inst0001", "ex1")]
    public void Read_MarkAtTheEnd_IsFound(string name, string instance, string id) =>
        Assert.Equal(new LoginMark(instance, id), LoginMark.Read(name));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Family")]
    [InlineData("hlp:inst0001:lp1")]
    [InlineData("(hlp:inst0001:lp1) of theirs")]
    [InlineData("(hlp:INST:lp1)")]
    [InlineData("(hlp:inst0001:)")]
    [InlineData("(hlp:inst0001:a:b)")]
    public void Read_AnythingElse_IsNobodysMark(string? name) =>
        Assert.Null(LoginMark.Read(name));

    [Fact]
    public void Read_AnyText_NeverThrowsAndGivesItsOwnBack() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text =>
        {
            _ = LoginMark.Read(text);
            var mark = new LoginMark("inst0001", "lp00000001");
            return LoginMark.Read(mark.Name(text ?? "")) == mark && !LoginMark.Readable(mark.Name("Family")).Contains("hlp", StringComparison.Ordinal);
        }).QuickCheckThrowOnFailure();
}
