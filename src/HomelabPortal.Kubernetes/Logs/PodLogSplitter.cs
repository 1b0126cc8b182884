using System.Buffers;
using System.Text;

namespace HomelabPortal.Kubernetes;

/// <summary>Bytes to lines. Reads may end anywhere; a line of any length takes no more memory than <see cref="LongestLine"/>.</summary>
internal sealed class PodLogSplitter
{
    /// <summary>In bytes, with its time. Container runtimes join pieces of 16 KiB, so one program can write lines without end.</summary>
    public const int LongestLine = 64 * 1024;

    private const ulong HashStart = 14695981039346656037;
    private const ulong HashStep = 1099511628211;
    private readonly ArrayBufferWriter<byte> _kept = new(512);
    private long _length;
    private ulong _hash = HashStart;

    /// <summary>Takes bytes up to and with the next line end away; null when there was none.</summary>
    public PodLogLine? Next(ref ReadOnlySpan<byte> bytes)
    {
        var end = bytes.IndexOf((byte)'\n');
        Take(end < 0 ? bytes : bytes[..end]);
        bytes = end < 0 ? [] : bytes[(end + 1)..];
        return end < 0 ? null : Finish(isWhole: true);
    }

    /// <summary>What came after the last line end; null when that was the last byte.</summary>
    public PodLogLine? Rest() => _length == 0 ? null : Finish(isWhole: false);

    private void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (var value in bytes)
            _hash = (_hash ^ value) * HashStep;
        _length += bytes.Length;
        _kept.Write(bytes[..Math.Min(bytes.Length, LongestLine - _kept.WrittenCount)]);
    }

    private PodLogLine Finish(bool isWhole)
    {
        var bytes = _kept.WrittenSpan;
        var space = bytes[..Math.Min(bytes.Length, 40)].IndexOf((byte)' ');
        // A line without text is its time alone, and some runtimes leave the space away.
        var stamp = space < 0 ? bytes : bytes[..space];
        var isStamped = LogTime.TryParse(stamp, out var time);
        var text = !isStamped ? bytes : space < 0 ? [] : bytes[(space + 1)..];
        var isCut = _length > bytes.Length;
        var line = new PodLogLine
        {
            Time = isStamped ? time : null,
            Text = Encoding.UTF8.GetString(isCut ? WithoutHalfCharacter(text) : text),
            Length = _length - (bytes.Length - text.Length),
            IsCut = isCut,
            IsWhole = isWhole,
            Hash = _hash,
        };
        _kept.ResetWrittenCount();
        (_length, _hash) = (0, HashStart);
        return line;
    }

    private static ReadOnlySpan<byte> WithoutHalfCharacter(ReadOnlySpan<byte> text)
    {
        var end = text.Length;
        while (end > 0 && text.Length - end < 4 && (text[end - 1] & 0xC0) == 0x80)
            end--;
        return end > 0 && (text[end - 1] & 0xC0) == 0xC0 ? text[..(end - 1)] : text;
    }
}
