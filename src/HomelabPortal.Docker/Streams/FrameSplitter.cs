using System.Buffers.Binary;

namespace HomelabPortal.Docker;

/// <summary>
/// Bytes of an output to its two streams. Without a terminal they come in frames: stream, three zeroes, length in four bytes, big end first.
/// With a terminal they come bare. Reads may end anywhere.
/// </summary>
/// <param name="isTty">Whether there is a terminal.</param>
/// <param name="what">What is read, for errors.</param>
internal sealed class FrameSplitter(bool isTty, string what)
{
    private const int HeaderLength = 8;

    private readonly byte[] _header = new byte[HeaderLength];
    private int _headerRead;
    private long _payloadLeft;

    /// <summary>Whether all frames that began have ended.</summary>
    public bool IsBetweenFrames => _payloadLeft == 0 && _headerRead == 0;

    /// <summary>Takes the next part of one stream off the bytes. False when none is left; the bytes are used up then.</summary>
    public bool TryTake(ref ReadOnlyMemory<byte> bytes, out LogStream stream, out ReadOnlyMemory<byte> part)
    {
        while (!isTty && _payloadLeft == 0 && !bytes.IsEmpty)
            bytes = AddHeader(bytes);
        part = bytes[..(isTty ? bytes.Length : (int)Math.Min(_payloadLeft, bytes.Length))];
        bytes = bytes[part.Length..];
        stream = !isTty && _header[0] == 2 ? LogStream.Error : LogStream.Output;
        if (!isTty)
            _payloadLeft -= part.Length;
        return !part.IsEmpty;
    }

    private ReadOnlyMemory<byte> AddHeader(ReadOnlyMemory<byte> bytes)
    {
        var part = bytes[..Math.Min(HeaderLength - _headerRead, bytes.Length)];
        part.Span.CopyTo(_header.AsSpan(_headerRead));
        _headerRead += part.Length;
        if (_headerRead == HeaderLength)
        {
            CheckHeader();
            _headerRead = 0;
            _payloadLeft = BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(4));
        }
        return bytes[part.Length..];
    }

    private void CheckHeader()
    {
        if (_header[0] == 3)
            throw new DockerApiException(DockerErrorKind.Other, $"Docker reported a fault of its own in the middle of {what}.");
        if (_header[0] > 3 || _header[1] != 0 || _header[2] != 0 || _header[3] != 0)
            throw new DockerApiException(DockerErrorKind.InvalidAnswer, $"The bytes of {what} are not in the frames that the API describes.");
    }
}
