
namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>Runs lines as a shell does: several commands by semicolon, variables, redirection to the errors, cd and exit.</summary>
internal sealed class ContainerShell(ContainerPlace place, ContainerIo io, TimeProvider time)
{
    private int _last;

    public string Folder { get; private set; } = "/";

    /// <summary>Set by "exit".</summary>
    public int? ExitCode { get; private set; }

    public int LastCode => ExitCode ?? _last;

    public void Exit() => ExitCode = _last;

    /// <summary>As a shell reports a program that Ctrl+C ended.</summary>
    public void Interrupt() => _last = 130;

    public async Task RunAsync(string line, CancellationToken cancellationToken)
    {
        foreach (var command in line.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (ExitCode is not null) return;
            await RunOneAsync(command, cancellationToken);
        }
    }

    private async Task RunOneAsync(string command, CancellationToken cancellationToken)
    {
        var toErrors = command.EndsWith(">&2", StringComparison.Ordinal);
        var words = (toErrors ? command[..^3] : command).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Expand).ToList();
        switch (words)
        {
            case []:
                break;
            case ["exit", ..]:
                ExitCode = words.Count > 1 && int.TryParse(words[1], out var code) ? code & 0xff : _last;
                break;
            case ["cd", ..]:
                var folder = ContainerFiles.Resolve(Folder, words.Count > 1 ? words[1] : "/");
                _last = ContainerFiles.List(place.Files, folder) is null ? 1 : 0;
                if (_last == 0) Folder = folder;
                else await io.WriteErrorAsync($"sh: cd: can't cd to {words[1]}: No such file or directory\n", cancellationToken);
                break;
            case ["echo", ..] when toErrors:
                await io.WriteErrorAsync(string.Join(' ', words.Skip(1)) + "\n", cancellationToken);
                _last = 0;
                break;
            default:
                _last = await ContainerCommands.RunAsync(place, Folder, words, io, time, cancellationToken);
                break;
        }
    }

    private string Expand(string word)
    {
        var bare = word.Trim('"', '\'');
        if (bare == "$?") return $"{_last}";
        return bare.StartsWith('$') ? place.Variables.GetValueOrDefault(bare[1..].Trim('{', '}'), "") : bare;
    }
}
