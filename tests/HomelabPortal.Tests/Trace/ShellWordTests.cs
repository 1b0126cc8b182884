using HomelabPortal.Trace.Reading;

namespace HomelabPortal.Tests.Trace;

public sealed class ShellWordTests
{
    [Theory]
    [InlineData("media/sonarr", "media/sonarr")]
    [InlineData("a b", "'a b'")]
    [InlineData("", "''")]
    [InlineData("-rf", "'-rf'")]
    [InlineData("$(reboot)", "'$(reboot)'")]
    [InlineData("it's", "'it'\\''s'")]
    [InlineData("a\nreboot", "'areboot'")]
    public void Quote_TextFromOutside_StaysOneWord(string text, string quoted) => Assert.Equal(quoted, ShellWord.Quote(text));
}
