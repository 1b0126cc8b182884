using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Map.Drawing;

namespace HomelabPortal.Tests.Map.Drawing;

public sealed class FitTextTests
{
    [Theory]
    [InlineData("sonarr.cowlab.org", 20, "sonarr", ".cowlab.org")]
    [InlineData("sonarr.cowlab.org", 12, "sonarr", ".cowl…")]
    [InlineData("sonarr.cowlab.org", 8, "sonarr", "")]
    [InlineData("cowlab.org", 12, "cowlab.org", "")]
    [InlineData("a-very-long-name.cowlab.org", 10, "a-very…ame", "")]
    public void Hostname_InItsRoom_KeepsItsOwnPart(string host, int letters, string text, string tail) => Assert.Equal((text, tail), FitText.Hostname(host, letters));

    [Fact]
    public void Middle_OfAnything_FitsAndIsWholeText() => Prop.ForAll<string>(text =>
        Enumerable.Range(2, 30).All(letters => text is null || FitText.Middle(text, letters) is var cut && (cut.Length <= letters || cut == text))).QuickCheckThrowOnFailure();

    [Fact]
    public void Middle_AtALetterOfTwoPlaces_DoesNotCutIt()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 12));

        Assert.All(Enumerable.Range(2, 20), letters => Assert.DoesNotContain('\uFFFD', System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(FitText.Middle(text, letters)))));
    }
}
