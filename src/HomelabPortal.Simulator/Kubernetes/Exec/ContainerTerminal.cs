using System.Text;

namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>A person's side of a shell: echo, correcting a line, Ctrl+C and Ctrl+D, pasting.</summary>
internal sealed class ContainerTerminal(ContainerPlace place, ContainerShell shell, ContainerIo io, bool isBash) : IDisposable
{
    private const string PasteBegins = "\e[200~";
    private const string PasteEnds = "\e[201~";
    private readonly StringBuilder _line = new();
    private readonly StringBuilder _sequence = new();
    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private CancellationTokenSource? _running;
    private Task _command = Task.CompletedTask;

    /// <summary>Ends when the shell does.</summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Dispose() => _running?.Dispose();

    public Task PromptAsync(CancellationToken cancellationToken) => io.WriteAsync(
        isBash ? $"\e[?2004h\e[32mroot@{place.Pod}\e[0m:\e[34m{shell.Folder}\e[0m# " : $"{shell.Folder} # ", cancellationToken);

    public async Task TypeAsync(ReadOnlyMemory<byte> input, CancellationToken cancellationToken)
    {
        var characters = new char[_decoder.GetCharCount(input.Span, flush: false)];
        _decoder.GetChars(input.Span, characters, flush: false);
        foreach (var character in characters)
            await TypeAsync(character, cancellationToken);
    }

    private async Task TypeAsync(char character, CancellationToken cancellationToken)
    {
        if (_sequence.Length > 0 || character == '\e')
        {
            Collect(character);
            return;
        }

        switch (character)
        {
            case '\x03' when _running is not null:
                await io.WriteAsync("^C\n", cancellationToken);
                await _running.CancelAsync();
                break;
            case '\x03':
                _line.Clear();
                await io.WriteAsync("^C\n", cancellationToken);
                await PromptAsync(cancellationToken);
                break;
            case '\x04' when _line.Length == 0 && _running is null:
                await io.WriteAsync("exit\n", cancellationToken);
                shell.Exit();
                Ended.TrySetResult();
                break;
            case '\r' or '\n':
                await io.WriteAsync("\n", cancellationToken);
                _command = RunAfterAsync(_command, Taken(), cancellationToken);
                break;
            case '\x7f' or '\b' when _line.Length > 0:
                _line.Length--;
                await io.WriteAsync("\b \b", cancellationToken);
                break;
            case >= ' ' and not '\x7f':
                _line.Append(character);
                await io.WriteAsync(character.ToString(), cancellationToken);
                break;
        }
    }

    /// <summary>Swallows keys this shell has no use for, and the marks around what is pasted.</summary>
    private void Collect(char character)
    {
        _sequence.Append(character);
        var text = _sequence.ToString();
        var isDone = text is PasteBegins or PasteEnds || (text.Length > 2 && char.IsAsciiLetter(character)) || (text.Length > 2 && character == '~') || text.Length > 12;
        if (isDone) _sequence.Clear();
    }

    private string Taken()
    {
        var line = _line.ToString();
        _line.Clear();
        return line;
    }

    /// <summary>What is typed while a command runs waits for it, and Ctrl+C does not.</summary>
    private async Task RunAfterAsync(Task before, string line, CancellationToken cancellationToken)
    {
        await before;
        if (shell.ExitCode is null) await RunLineAsync(line, cancellationToken);
    }

    private async Task RunLineAsync(string line, CancellationToken cancellationToken)
    {
        using var interrupt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _running = interrupt;
        try
        {
            await shell.RunAsync(line, interrupt.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            shell.Interrupt();
        }
        catch (Exception fault) when (fault is OperationCanceledException or System.Net.WebSockets.WebSocketException or IOException)
        {
            // Nobody is at the terminal any more.
            Ended.TrySetResult();
            return;
        }
        finally
        {
            _running = null;
        }

        if (shell.ExitCode is not null) Ended.TrySetResult();
        else await PromptAsync(cancellationToken);
    }
}
