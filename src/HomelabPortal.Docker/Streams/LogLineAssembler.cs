using System.Text;

namespace HomelabPortal.Docker;

/// <summary>Bytes of one stream to lines. A read may end inside a character, and a frame is not a line.</summary>
internal sealed class LogLineAssembler(LogStream stream, bool hasTimestamps)
{
    private const int MaxLineLength = 1 << 20;
    private const int Step = 4096;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _line = new();
    private readonly char[] _chars = new char[Encoding.UTF8.GetMaxCharCount(Step)];
    private DateTimeOffset? _timestamp;
    private bool _isContinued;

    public void Add(ReadOnlySpan<byte> bytes, ICollection<LogLine> lines)
    {
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(Step, bytes.Length)];
            bytes = bytes[part.Length..];
            AddText(_chars.AsSpan(0, _decoder.GetChars(part, _chars, flush: false)), lines);
        }
    }

    /// <summary>Gives out a last line without a line end.</summary>
    public void Complete(ICollection<LogLine> lines)
    {
        AddText(_chars.AsSpan(0, _decoder.GetChars([], _chars, flush: true)), lines);
        if (_line.Length > 0)
            Emit(lines, isComplete: true);
    }

    private void AddText(ReadOnlySpan<char> text, ICollection<LogLine> lines)
    {
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            _line.Append(text[..end]);
            Emit(lines, isComplete: true);
            text = text[(end + 1)..];
        }
        _line.Append(text);
        if (_line.Length > MaxLineLength)
            Emit(lines, isComplete: false);
    }

    private void Emit(ICollection<LogLine> lines, bool isComplete)
    {
        var text = _line.ToString();
        _line.Clear();
        if (isComplete && text.EndsWith('\r'))
            text = text[..^1];
        if (hasTimestamps && !_isContinued)
            (_timestamp, text) = LogTimestamp.Split(text);
        lines.Add(new LogLine(stream, _timestamp, text));
        _isContinued = !isComplete;
    }
}
