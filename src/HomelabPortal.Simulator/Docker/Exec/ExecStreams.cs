using System.Buffers.Binary;
using System.Text;

namespace HomelabPortal.Simulator.Docker;

/// <summary>Input and output of a command: in frames, or bare with a terminal.</summary>
internal sealed class ExecStreams(SimulatedExec exec, Stream input, Stream output)
{
    private readonly byte[] _buffer = new byte[4096];

    public async Task WriteAsync(string text, bool isError, CancellationToken ct)
    {
        var payload = Encoding.UTF8.GetBytes(exec.HasTerminal ? text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal) : text);
        if (!exec.HasTerminal)
        {
            var header = new byte[8];
            header[0] = (byte)(isError ? 2 : 1);
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), payload.Length);
            payload = [.. header, .. payload];
        }
        await output.WriteAsync(payload, ct);
        await output.FlushAsync(ct);
    }

    /// <summary>What was sent; null when the other side sends no more.</summary>
    public async Task<string?> ReadAsync(CancellationToken ct)
    {
        var read = await input.ReadAsync(_buffer, ct);
        return read == 0 ? null : Encoding.UTF8.GetString(_buffer, 0, read);
    }
}
