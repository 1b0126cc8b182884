using System.Text;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes.Logs;

public sealed class PodLogSplitterTests
{
    [Fact]
    public void ReadsThatEndAnywhere_GiveTheSameLines()
    {
        var bytes = Encoding.UTF8.GetBytes("2026-11-21T17:00:00.000000001Z first\n2026-11-21T17:00:00.5Z ünï 🚀\n2026-11-21T17:00:01Z\nno time at all\n2026-11-21T17:00:02.1Z half");
        var whole = Split(bytes, bytes.Length);
        Assert.Equal(["first", "ünï 🚀", "", "no time at all", "half"], whole.Select(line => line.Text));
        Assert.Equal([true, true, true, false, true], whole.Select(line => line.Time is not null));
        Assert.Equal([true, true, true, true, false], whole.Select(line => line.IsWhole));
        for (var size = 1; size < bytes.Length; size++)
            Assert.Equal(whole, Split(bytes, size));
    }

    [Fact]
    public void LongLine_IsCutWithoutHalfACharacterAndKnownByAllOfIt()
    {
        var one = Encoding.UTF8.GetBytes("2026-11-21T17:00:00Z " + new string('ü', 100_000) + "1\n2026-11-21T17:00:00Z next\n");
        var other = one.ToArray();
        other[200_021] = (byte)'2';
        var (line, same) = (Split(one, 1000)[0], Split(other, 1000)[0]);
        Assert.True(line.IsCut);
        Assert.Equal(200_001, line.Length);
        Assert.DoesNotContain('\ufffd', line.Text);
        Assert.Equal(line.Text, same.Text);
        Assert.NotEqual(line.Hash, same.Hash);
        Assert.Equal("next", Split(one, 1000)[1].Text);
    }

    [Theory]
    [InlineData("2026-11-21T17:00:00.123456789Z", "2026-11-21T17:00:00.123456789Z")]
    [InlineData("2026-11-21T18:00:00.5+01:00", "2026-11-21T17:00:00.500000000Z")]
    [InlineData("2026-11-21T17:00:00Z", "2026-11-21T17:00:00.000000000Z")]
    [InlineData("2026-11-21 17:00:00Z", null)]
    [InlineData("2026-11-21T17:00:00.Z", null)]
    [InlineData("2026-13-21T17:00:00Z", null)]
    [InlineData("yesterday", null)]
    public void Time_IsReadToTheNanosecond(string text, string? time) =>
        Assert.Equal(time, LogTime.TryParse(Encoding.ASCII.GetBytes(text), out var read) ? read.ToString() : null);

    private static List<PodLogLine> Split(byte[] bytes, int size)
    {
        var splitter = new PodLogSplitter();
        var lines = new List<PodLogLine>();
        foreach (var part in bytes.Chunk(size))
        {
            ReadOnlySpan<byte> rest = part;
            while (!rest.IsEmpty)
            {
                if (splitter.Next(ref rest) is { } line)
                    lines.Add(line);
            }
        }

        if (splitter.Rest() is { } last)
            lines.Add(last);
        return lines;
    }
}
