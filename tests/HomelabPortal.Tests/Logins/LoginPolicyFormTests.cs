using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Logins.Policies;

namespace HomelabPortal.Tests.Logins;

public sealed class LoginPolicyFormTests
{
    [Fact]
    public void Read_GoodForm_IsThePolicyInOneOrderWithoutDoubles()
    {
        var (policy, faults) = Form(" Ada@Cowlab.org \n\nbob@cowlab.org\nada@cowlab.org", "@example.org").Read("lp1");

        Assert.Empty(faults);
        Assert.Equal(["ada@cowlab.org", "bob@cowlab.org"], policy!.Emails.ToArray());
        Assert.Equal(["example.org"], policy.EmailDomains.ToArray());
        Assert.Equal("Family", policy.Name);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("@cowlab.org")]
    [InlineData("ada@")]
    [InlineData("ada@localhost@")]
    [InlineData("a b@cowlab.org")]
    [InlineData("ada@cow lab.org")]
    [InlineData(".ada@cowlab.org")]
    [InlineData("ada..b@cowlab.org")]
    [InlineData("ada@cowlab.org, bob@cowlab.org")]
    [InlineData("*@cowlab.org")]
    public void Read_NoAddress_SaysWhichLine(string line) =>
        Assert.Equal($"This is no e-mail address: {line}", Form($"ada@cowlab.org\n{line}").Read("lp1").Faults.GetValueOrDefault(LoginPolicyForm.EmailsField) ?? "");

    [Fact]
    public void Read_NamesNobody_IsRefused() =>
        Assert.Equal([LoginPolicyForm.EmailsField], Form("").Read("lp1").Faults.Keys);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("Mine (hlp:inst0001:lp2)")]
    public void Read_BadName_IsRefused(string name)
    {
        var form = Form("ada@cowlab.org");
        form.Name = name;

        Assert.Equal([LoginPolicyForm.NameField], form.Read("lp1").Faults.Keys);
    }

    [Fact]
    public void Read_AnyText_NeverThrowsAndKeepsOnlyAddresses() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), text =>
            Form(text ?? "").Read("lp1").Policy is not { } policy || policy.Emails.All(address => address.Contains('@', StringComparison.Ordinal) && !address.Any(char.IsWhiteSpace))).QuickCheckThrowOnFailure();

    [Fact]
    public void Of_Policy_ReadsBackTheSame()
    {
        var policy = Form("ada@cowlab.org\nbob@cowlab.org", "example.org").Read("lp1").Policy!;

        Assert.Equal(policy, LoginPolicyForm.Of(policy).Read("lp1").Policy);
    }

    private static LoginPolicyForm Form(string emails, string domains = "") => new() { Name = " Family ", Emails = emails, EmailDomains = domains };
}
