using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace HomelabPortal.Docker;

/// <summary>Both directions of a connection through a child process of ssh. Closing it ends the child.</summary>
internal sealed class SshStream : Stream
{
    private const int MaxSaid = 2000;

    private readonly Process _process;
    private readonly Stream _input;
    private readonly Stream _output;
    private readonly StringBuilder _said = new();
    private int _isClosed;

    private SshStream(Process process)
    {
        _process = process;
        (_input, _output) = (process.StandardInput.BaseStream, process.StandardOutput.BaseStream);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.BeginErrorReadLine();
    }

    public override bool CanRead => true;

    public override bool CanWrite => true;

    public override bool CanSeek => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Starts the program itself, without a shell between.</summary>
    public static SshStream Start(string program, SshAddress address)
    {
        var start = new ProcessStartInfo(program, address.Arguments())
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, CreateNoWindow = true,
        };
        try
        {
            return new SshStream(Process.Start(start) ?? throw new SshFault("it was not started"));
        }
        catch (Win32Exception e)
        {
            throw new SshFault("there is no ssh program here; install an OpenSSH client", e);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await _output.ReadAsync(buffer, cancellationToken).ConfigureAwait(false);
        if (read > 0 || buffer.IsEmpty)
            return read;
        await EndedAsync(cancellationToken).ConfigureAwait(false);
        if (!_process.HasExited)
            return 0;
        return _process.ExitCode == 0 ? 0 : throw new SshFault(Said());
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            await _input.WriteAsync(buffer, cancellationToken).ConfigureAwait(false);
            await _input.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            await EndedAsync(cancellationToken).ConfigureAwait(false);
            throw new SshFault(Said(), e);
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => _output.Read(buffer, offset, count);

    public override void Write(byte[] buffer, int offset, int count) => _input.Write(buffer, offset, count);

    public override void Flush() => _input.Flush();

    public override Task FlushAsync(CancellationToken cancellationToken) => _input.FlushAsync(cancellationToken);

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>Tells the other side that nothing more will be sent.</summary>
    public void CompleteSending() => _input.Close();

    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _isClosed, 1) == 0)
        {
            End();
            _process.Dispose();
        }
        base.Dispose(disposing);
    }

    private void End()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (Exception e) when (e is InvalidOperationException or Win32Exception)
        {
            // It has ended by itself.
        }
    }

    // The pipe ends a moment before the process, and its last words may come after both.
    private async Task EndedAsync(CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(2));
        try
        {
            await _process.WaitForExitAsync(limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Something else holds its pipes open; what was said so far must do.
        }
    }

    private string Said()
    {
        lock (_said)
            return _said.ToString().Trim();
    }

    private void Note(string? line)
    {
        lock (_said)
        {
            if (line is not null && _said.Length < MaxSaid)
                _said.Append(line).Append(' ');
        }
    }
}
