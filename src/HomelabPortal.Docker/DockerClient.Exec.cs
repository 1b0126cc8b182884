using System.Text;
using System.Text.Json;

namespace HomelabPortal.Docker;

public sealed partial class DockerClient
{
    private const int MaxCapturedBytes = 4 << 20;
    private static readonly TimeSpan ExitPoll = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Runs a command inside a running container and waits for its end (POST /containers/{id}/exec, /exec/{id}/start).
    /// Each stream is kept up to 4 MiB; more is an error. A command that cannot be started ends with 126 or 127.
    /// Cancelling gives up waiting; the command goes on. Throws <see cref="DockerErrorKind.WrongState"/> when the container does not run.
    /// </summary>
    public async Task<ExecResult> ExecAsync(string container, ExecSpec spec, CancellationToken cancellationToken)
    {
        var id = await CreateExecAsync(container, spec, takesInput: false, cancellationToken).ConfigureAwait(false);
        var (output, error) = (new MemoryStream(), new MemoryStream());
        var frames = new FrameSplitter(spec.Tty, "a command's output");
        var buffer = new byte[ReadBytes];
        await using (var stream = await _transport.OpenAsync(StartOf(id, container, spec), cancellationToken).ConfigureAwait(false))
        {
            while (await stream.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                ReadOnlyMemory<byte> bytes = buffer.AsMemory(0, read);
                while (frames.TryTake(ref bytes, out var from, out var part))
                    Keep(from == LogStream.Error ? error : output, part);
            }
        }
        if (!frames.IsBetweenFrames)
            throw new DockerApiException(DockerErrorKind.InvalidAnswer, $"The output of a command in the container {container} was cut short.");
        var exitCode = await ExitCodeAsync(id, cancellationToken).ConfigureAwait(false);
        return new ExecResult(exitCode, Text(output), Text(error));

        void Keep(MemoryStream kept, ReadOnlyMemory<byte> part)
        {
            if (kept.Length + part.Length > MaxCapturedBytes)
                throw new DockerApiException(DockerErrorKind.InvalidAnswer, $"A command in the container {container} printed more than {MaxCapturedBytes >> 20} MiB.");
            kept.Write(part.Span);
        }
    }

    /// <summary>
    /// Runs a command inside a running container with input, as a terminal does. The caller disposes the terminal, which closes the command's input.
    /// </summary>
    public async Task<DockerTerminal> AttachExecAsync(string container, ExecSpec spec, CancellationToken cancellationToken)
    {
        var id = await CreateExecAsync(container, spec, takesInput: true, cancellationToken).ConfigureAwait(false);
        var stream = await _transport.HijackAsync(StartOf(id, container, spec), cancellationToken).ConfigureAwait(false);
        return new DockerTerminal(this, id, stream, spec.Tty);
    }

    /// <summary>The exit code of a command, once it has ended.</summary>
    internal async Task<int> ExitCodeAsync(string exec, CancellationToken cancellationToken)
    {
        // The output may end a moment before the daemon has noted the end.
        while (true)
        {
            if (await ExecEndedAsync(exec, cancellationToken).ConfigureAwait(false) is { } code)
                return code;
            await Task.Delay(ExitPoll, _time, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The exit code of a command that has ended; null while it runs.</summary>
    internal async Task<int?> ExecEndedAsync(string exec, CancellationToken cancellationToken)
    {
        var state = await _transport.ReadAsync(
            new DockerCall(HttpMethod.Get, $"exec/{exec}/json", "tell how a command ended"), DockerJson.Wire.ExecState, cancellationToken).ConfigureAwait(false);
        return state.Running ? null : state.ExitCode;
    }

    internal Task ResizeExecAsync(string exec, int columns, int rows, CancellationToken cancellationToken) =>
        _transport.DoAsync(new DockerCall(HttpMethod.Post, $"exec/{exec}/resize?h={rows}&w={columns}", "resize a terminal"), cancellationToken);

    private async Task<string> CreateExecAsync(string container, ExecSpec spec, bool takesInput, CancellationToken cancellationToken)
    {
        var request = new ExecRequest(spec.Command, spec.Environment, spec.User, spec.WorkingDirectory, spec.Tty, takesInput, AttachStdout: true, AttachStderr: true);
        var call = new DockerCall(HttpMethod.Post, $"{Container(container)}/exec", $"run a command in the container {container}")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(request, DockerJson.Wire.ExecRequest),
        };
        return Uri.EscapeDataString((await _transport.ReadAsync(call, DockerJson.Wire.CreatedExec, cancellationToken).ConfigureAwait(false)).Id);
    }

    private static DockerCall StartOf(string exec, string container, ExecSpec spec) =>
        new(HttpMethod.Post, $"exec/{exec}/start", $"run a command in the container {container}")
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new ExecStart(Detach: false, spec.Tty), DockerJson.Wire.ExecStart),
        };

    private static string Text(MemoryStream kept) => Encoding.UTF8.GetString(kept.GetBuffer().AsSpan(0, (int)kept.Length));
}
