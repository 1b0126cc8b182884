using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Threading.Channels;

namespace HomelabPortal.Testing;

/// <summary>
/// A program that ends with the tests, however they end: a shell beside it waits for its own input to close,
/// which happens on <see cref="DisposeAsync"/> and also when this process is killed.
/// </summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const string Supervisor =
        """
        exec 3<&0
        "$@" 3<&- </dev/null &
        child=$!
        { cat <&3; kill -TERM $child; } >/dev/null 2>&1 &
        watcher=$!
        wait $child
        status=$?
        kill $watcher
        exit $status
        """;

    private static readonly TimeSpan _stopTimeout = TimeSpan.FromSeconds(15);
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private int _openStreams = 2;

    private ChildProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, e) => Receive(e.Data);
        _process.ErrorDataReceived += (_, e) => Receive(e.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public bool HasExited => _process.HasExited;

    /// <summary>The id of the program itself, which is the first child of the shell beside it.</summary>
    public int Id => int.Parse(File.ReadAllText($"/proc/{_process.Id}/task/{_process.Id}/children").Split(' ')[0], CultureInfo.InvariantCulture);

    public string Output
    {
        get
        {
            lock (_output)
                return _output.ToString();
        }
    }

    public static ChildProcess Start(
        string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", Supervisor, "sh", program, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
            start.Environment[name] = value;
        return new ChildProcess(start);
    }

    /// <summary>Runs a program to its end and returns what it printed; a non-zero exit code is an error that quotes it.</summary>
    public static async Task<string> RunAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        await using var process = Start(program, arguments);
        await process._process.WaitForExitAsync(cancellationToken);
        return process._process.ExitCode == 0
            ? process.Output
            : throw new InvalidOperationException($"{program} ended with {process._process.ExitCode}:\n{process.Output}");
    }

    /// <summary>Returns the first line printed from now on that <paramref name="match"/> accepts.</summary>
    public async Task<string> WaitForLineAsync(Func<string, bool> match, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            await foreach (var line in _lines.Reader.ReadAllAsync(limit.Token))
            {
                if (match(line))
                    return line;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The expected line did not come within {timeout.TotalSeconds:0} s. Printed so far:\n{Output}");
        }

        throw new InvalidOperationException($"The program ended early. It printed:\n{Output}");
    }

    /// <summary>Waits until the program ends by itself and returns its exit code.</summary>
    public async Task<int> WaitForExitAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeout);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
            return _process.ExitCode;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The program did not end within {timeout.TotalSeconds:0} s. Printed so far:\n{Output}");
        }
    }

    /// <summary>Ends the program at once, as a power cut would: no signal that it could handle.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        using var limit = new CancellationTokenSource(_stopTimeout);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private void Receive(string? line)
    {
        if (line is null)
        {
            if (Interlocked.Decrement(ref _openStreams) == 0)
                _lines.Writer.TryComplete();
            return;
        }

        lock (_output)
            _output.AppendLine(line);
        _lines.Writer.TryWrite(line);
    }
}
