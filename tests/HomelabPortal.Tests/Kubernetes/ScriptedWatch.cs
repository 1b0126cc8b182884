using System.IO.Pipelines;
using System.Text;

namespace HomelabPortal.Tests.Kubernetes;

/// <summary>The body of a watch that the test writes while it is read.</summary>
internal sealed class ScriptedWatch
{
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0));

    public Stream Stream => _pipe.Reader.AsStream();

    public async Task SendAsync(params string[] lines) =>
        await _pipe.Writer.WriteAsync(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    public async Task SendBytesAsync(ReadOnlyMemory<byte> bytes) => await _pipe.Writer.WriteAsync(bytes);

    /// <summary>The server ends the watch in good order.</summary>
    public void End() => _pipe.Writer.Complete();

    /// <summary>The connection breaks.</summary>
    public void Break() => _pipe.Writer.Complete(new IOException("Connection reset"));
}
