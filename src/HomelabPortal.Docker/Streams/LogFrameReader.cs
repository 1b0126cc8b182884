namespace HomelabPortal.Docker;

/// <summary>Bytes of a log to lines, in frames or, with a terminal, bare. Reads may end anywhere.</summary>
internal sealed class LogFrameReader(bool isTty, bool hasTimestamps)
{
    private readonly FrameSplitter _frames = new(isTty, "the log");
    private readonly LogLineAssembler _output = new(LogStream.Output, hasTimestamps);
    private readonly LogLineAssembler _error = new(LogStream.Error, hasTimestamps);

    public void Add(ReadOnlyMemory<byte> bytes, ICollection<LogLine> lines)
    {
        while (_frames.TryTake(ref bytes, out var stream, out var part))
            (stream == LogStream.Error ? _error : _output).Add(part.Span, lines);
    }

    /// <summary>Gives out what is left. False when the log was cut inside a frame.</summary>
    public bool Complete(ICollection<LogLine> lines)
    {
        _output.Complete(lines);
        _error.Complete(lines);
        return _frames.IsBetweenFrames;
    }
}
