using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;

namespace HomelabPortal.Tests.Cluster;

public sealed class WordsTests
{
    [Theory]
    [InlineData(0, "1 second")]
    [InlineData(75, "75 seconds")]
    [InlineData(120, "2 minutes")]
    [InlineData(7200, "2 hours")]
    [InlineData(200_000, "2 days")]
    public void Span_Seconds_AreOneUnitWrittenOut(int seconds, string words) => Assert.Equal(words, Spoken.Span(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData("back-off", "back-off.")]
    [InlineData("two\nlines", "two lines.")]
    [InlineData(" done. ", "done.")]
    [InlineData("", "")]
    public void Sentence_MessageOfTheApi_IsOneLineWithAnEnd(string message, string sentence) => Assert.Equal(sentence, Spoken.Sentence(message));

    [Fact]
    public void Sentence_LongMessage_IsCut() => Assert.Equal(241, Spoken.Sentence(new string('x', 2000)).Length);

    [Theory]
    [InlineData(0, "0 B")]
    [InlineData(999, "999 B")]
    [InlineData(1536, "1.5 KiB")]
    [InlineData(432_013_312, "412 MiB")]
    [InlineData(8.26e9, "7.7 GiB")]
    [InlineData(1.5e12, "1.4 TiB")]
    public void Bytes_Amounts_HaveAsFewDigitsAsCompare(double bytes, string text) => Assert.Equal(text, Amounts.Bytes(bytes));

    [Theory]
    [InlineData(0.0123, "0.01")]
    [InlineData(3.44, "3.4")]
    [InlineData(16, "16")]
    public void Cores_Amounts_HaveAsFewDigitsAsCompare(double cores, string text) => Assert.Equal(text, Amounts.Cores(cores));
}
