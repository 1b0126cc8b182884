using System.Text;

namespace HomelabPortal.Tests.Secrets.Canaries;

/// <summary>A scanner that finds nothing proves nothing: here it finds each form.</summary>
public sealed class CanaryScanTests
{
    private const string Secret = "canary/+one two=7f3a91c2";
    private readonly CanaryScan _scan = new();

    public CanaryScanTests() => _scan.Plant("the one", Secret);

    public static TheoryData<string> Forms => new(
        Secret,
        $"Authorization: Bearer {Secret}\r\n",
        Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)),
        Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)),
        Uri.EscapeDataString(Secret),
        Convert.ToBase64String(Encoding.UTF8.GetBytes(Secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("user:" + Secret)),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("a:" + Secret + " and more")),
        Convert.ToBase64String(Encoding.UTF8.GetBytes("abc" + Secret)).Replace('+', '-').Replace('/', '_'));

    [Theory]
    [MemberData(nameof(Forms))]
    public void Find_EachForm_NamesTheSecret(string text) => Assert.StartsWith("the one", Assert.Single(_scan.Find($"before {text} after")), StringComparison.Ordinal);

    [Fact]
    public void Find_NothingOfIt_FindsNothing() => Assert.Empty(_scan.Find("canary/+one two=7f3a91c3"));
}
