using HomelabPortal.Cluster.Logs.Reading;

namespace HomelabPortal.Tests.Cluster.Logs.Reading;

public sealed class AnsiTextTests
{
    [Theory]
    [InlineData("plain", "plain", "")]
    [InlineData("\e[31mred\e[0m plain", "red plain", "0+3 f1")]
    [InlineData("\e[1;38;5;196mhot\e[22m cool", "hot cool", "0+3 f1 b|3+5 f1")]
    [InlineData("\e[38;2;250;80;80mrgb\e[m", "rgb", "0+3 f9")]
    [InlineData("\e[97;41malarm", "alarm", "0+5 f15 k1")]
    [InlineData("a\e[2K\e[1Gb", "ab", "")]
    [InlineData("\e]0;a title\abody", "body", "")]
    [InlineData("\e]8;;https://evil.example\e\\link\e]8;;\e\\", "link", "")]
    [InlineData("\ePq#0;2\e\\x", "x", "")]
    [InlineData("10%\r50%\r100%", "100%", "")]
    [InlineData("windows\r", "windows", "")]
    [InlineData("tab\tstays", "tab\tstays", "")]
    [InlineData("\0 and \u202eevil", "␀ and ⟨U+202E⟩evil", "")]
    [InlineData("ends in \e[3", "ends in ", "")]
    [InlineData("ends in \e", "ends in ", "")]
    public void Line_IsShownAsATerminalWould(string line, string text, string spans)
    {
        var read = AnsiText.Parse(line);
        Assert.Equal(text, read.Text);
        Assert.Equal(spans, string.Join('|', read.Spans.Select(span => $"{span.Start}+{span.Length} {span.Style}")));
    }

    [Fact]
    public void AnyBytes_LeaveNoCommandAndNoStrangeStyle()
    {
        const string Letters = "\e[]m;:038599\a\\\u009b\u009d\u009cP(a<\r\0\u202e\ud83d\ude80\"\t";
        var random = new Random(4);
        for (var round = 0; round < 50_000; round++)
        {
            var line = string.Concat(Enumerable.Range(0, random.Next(30)).Select(_ => Letters[random.Next(Letters.Length)]));
            var read = AnsiText.Parse(line);
            Assert.DoesNotContain(read.Text, letter => (letter < ' ' && letter != '\t') || letter is '\u007f' or (>= '\u0080' and < '\u00a0') or '\u202e');
            Assert.All(read.Spans, span =>
            {
                Assert.InRange(span.Start, 0, read.Text.Length);
                Assert.InRange(span.Start + span.Length, span.Start, read.Text.Length);
                Assert.Matches("^([fk]([0-9]|1[0-5])|[bdiu])( ([fk]([0-9]|1[0-5])|[bdiu]))*$", span.Style);
            });
        }
    }
}
