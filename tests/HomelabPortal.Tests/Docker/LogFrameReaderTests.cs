using System.Buffers.Binary;
using System.Text;
using HomelabPortal.Docker;

namespace HomelabPortal.Tests.Docker;

public sealed class LogFrameReaderTests
{
    private static readonly byte[] Frames =
    [
        .. Frame(1, "2026-11-21T00:13:04.277946115Z grüße 🐄\n"),
        .. Frame(2, "2026-11-21T00:13:05.000000001Z no end yet"),
        .. Frame(1, "2026-11-21T00:13:06.5Z between\r\n2026-11-21T00:13:07Z second in a frame\n"),
        .. Frame(2, " – now\n"),
        .. Frame(1, ""),
        .. Frame(1, "2026-11-21T00:13:08Z \nwithout time"),
    ];

    private static readonly string[] Expected =
    [
        "Output 04.2779461 grüße 🐄", "Output 06.5000000 between", "Output 07.0000000 second in a frame", "Error 05.0000000 no end yet – now",
        "Output 08.0000000 ", "Output - without time",
    ];

    [Fact]
    public void Frames_SplitAtEveryOffset_GiveTheSameLines()
    {
        for (var split = 0; split <= Frames.Length; split++)
            Assert.Equal(Expected, Read(false, true, Frames[..split], Frames[split..]));
    }

    [Fact]
    public void Frames_ByteByByte_GiveTheSameLines() => Assert.Equal(Expected, Read(false, true, [.. Frames.Select(b => new[] { b })]));

    [Fact]
    public void Character_CutByAFrame_IsWhole()
    {
        var cow = Encoding.UTF8.GetBytes("🐄\n");
        Assert.Equal(["Output - 🐄"], Read(false, false, Frame(1, cow[..2]), Frame(2, "x\n"u8.ToArray())[..0], Frame(1, cow[2..])));
    }

    [Fact]
    public void Character_CutByTheOtherStream_IsWhole()
    {
        var cow = Encoding.UTF8.GetBytes("🐄\n");
        Assert.Equal(["Error - x", "Output - 🐄"], Read(false, false, Frame(1, cow[..2]), Frame(2, "x\n"), Frame(1, cow[2..])));
    }

    [Fact]
    public void Terminal_GivesBareLinesWithoutCarriageReturns() =>
        Assert.Equal(["Output - out", "Output - a\rb", "Output - rest"], Read(true, false, "out\r\na\rb\r\nrest"u8.ToArray()));

    [Fact]
    public void Bytes_ThatAreNotText_BecomeReplacementCharacters() =>
        Assert.Equal(["Output - a\uFFFDb"], Read(true, false, [(byte)'a', 0xFF, (byte)'b', (byte)'\n']));

    [Fact]
    public void Line_LongerThanAMebibyte_ComesInParts()
    {
        var text = new string('x', 3 << 20);
        var lines = Read(true, false, Encoding.UTF8.GetBytes(text + "\nnext\n"));
        Assert.True(lines.Count > 3);
        Assert.Equal(text, string.Concat(lines.SkipLast(1).Select(line => line["Output - ".Length..])));
        Assert.Equal("Output - next", lines[^1]);
    }

    [Theory]
    [InlineData(new byte[] { 4, 0, 0, 0, 0, 0, 0, 1 }, DockerErrorKind.InvalidAnswer)]
    [InlineData(new byte[] { 1, 0, 9, 0, 0, 0, 0, 1 }, DockerErrorKind.InvalidAnswer)]
    [InlineData(new byte[] { 3, 0, 0, 0, 0, 0, 0, 1 }, DockerErrorKind.Other)]
    public void Header_ThatIsNotOne_IsATypedFault(byte[] header, DockerErrorKind kind) =>
        Assert.Equal(kind, Assert.Throws<DockerApiException>(() => Read(false, false, header)).Kind);

    [Fact]
    public void Log_CutInsideAFrame_IsNoticed()
    {
        var whole = Frame(1, "abc\n");
        for (var length = 1; length < whole.Length; length++)
        {
            var reader = new LogFrameReader(isTty: false, hasTimestamps: false);
            reader.Add(whole.AsMemory(0, length), []);
            Assert.False(reader.Complete([]));
        }
    }

    internal static byte[] Frame(byte stream, string text) => Frame(stream, Encoding.UTF8.GetBytes(text));

    private static byte[] Frame(byte stream, byte[] payload)
    {
        var frame = new byte[8 + payload.Length];
        frame[0] = stream;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(4), payload.Length);
        payload.CopyTo(frame, 8);
        return frame;
    }

    private static List<string> Read(bool isTty, bool hasTimestamps, params byte[][] reads)
    {
        var reader = new LogFrameReader(isTty, hasTimestamps);
        var lines = new List<LogLine>();
        foreach (var read in reads) reader.Add(read, lines);
        Assert.True(reader.Complete(lines));
        return [.. lines.Select(line => $"{line.Stream} {line.Timestamp?.ToString("ss.fffffff", null) ?? "-"} {line.Text}")];
    }
}
