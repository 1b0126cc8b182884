using System.Buffers.Binary;

namespace HomelabPortal.Docker;

/// <summary>
/// Bytes of a log to lines. Without a terminal they come in frames: stream, three zeroes, length in four bytes, big end first.
/// With a terminal they come bare. Reads may end anywhere.
/// </summary>
internal sealed class LogFrameReader(bool isTty, bool hasTimestamps)
{
    private const int HeaderLength = 8;

    private readonly LogLineAssembler _output = new(LogStream.Output, hasTimestamps);
    private readonly LogLineAssembler _error = new(LogStream.Error, hasTimestamps);
    private readonly byte[] _header = new byte[HeaderLength];
    private int _headerRead;
    private long _payloadLeft;

    public void Add(ReadOnlySpan<byte> bytes, ICollection<LogLine> lines)
    {
        if (isTty)
        {
            _output.Add(bytes, lines);
            return;
        }
        while (!bytes.IsEmpty)
            bytes = _payloadLeft > 0 ? AddPayload(bytes, lines) : AddHeader(bytes);
    }

    /// <summary>Gives out what is left. False when the log was cut inside a frame.</summary>
    public bool Complete(ICollection<LogLine> lines)
    {
        _output.Complete(lines);
        _error.Complete(lines);
        return _payloadLeft == 0 && _headerRead == 0;
    }

    private ReadOnlySpan<byte> AddHeader(ReadOnlySpan<byte> bytes)
    {
        var part = bytes[..Math.Min(HeaderLength - _headerRead, bytes.Length)];
        part.CopyTo(_header.AsSpan(_headerRead));
        _headerRead += part.Length;
        if (_headerRead == HeaderLength)
        {
            CheckHeader();
            _headerRead = 0;
            _payloadLeft = BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(4));
        }
        return bytes[part.Length..];
    }

    private ReadOnlySpan<byte> AddPayload(ReadOnlySpan<byte> bytes, ICollection<LogLine> lines)
    {
        var part = bytes[..(int)Math.Min(_payloadLeft, bytes.Length)];
        _payloadLeft -= part.Length;
        (_header[0] == 2 ? _error : _output).Add(part, lines);
        return bytes[part.Length..];
    }

    private void CheckHeader()
    {
        if (_header[0] == 3)
            throw new DockerApiException(DockerErrorKind.Other, "Docker reported a fault of its own in the middle of the log.");
        if (_header[0] > 3 || _header[1] != 0 || _header[2] != 0 || _header[3] != 0)
            throw new DockerApiException(DockerErrorKind.InvalidAnswer, "The log is not in the frames that the API describes.");
    }
}
