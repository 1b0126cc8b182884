using System.Text;

namespace HomelabPortal.Simulator.Docker;

/// <summary>The programs that can be run inside a container: nvidia-smi where there is a card, cat, a shell, and what a shell knows by itself.</summary>
internal static class ExecProgram
{
    private static readonly string[] Builtins = ["echo", "sleep", "true", "false", ":", "exit"];

    public static async Task<int> RunAsync(DockerState host, SimulatedExec exec, ExecStreams streams, CancellationToken ct)
    {
        switch (exec.Command)
        {
            case ["nvidia-smi", ..] when GpuRules.Has(host, exec.Container) && exec.Container.HasStuckGpu:
                exec.Container.StuckCommands++;
                await Task.Delay(Timeout.InfiniteTimeSpan, host.Time, ct);
                return 0;
            case ["nvidia-smi", .. var arguments] when GpuRules.Has(host, exec.Container):
                var (code, table) = NvidiaSmi.Run(host, exec.Container, arguments);
                await streams.WriteAsync(table, isError: false, ct);
                return code;
            case ["cat"]:
                while (await streams.ReadAsync(ct) is { } text) await streams.WriteAsync(text, isError: false, ct);
                return 0;
            case ["sh" or "/bin/sh" or "bash", "-c", var script]:
                return await ScriptAsync(host, script, streams, ct);
            case ["sh" or "/bin/sh" or "bash"]:
                return await ShellAsync(host, exec, streams, ct);
            case [var name, ..] when Builtins.Contains(name):
                return await ScriptAsync(host, string.Join(' ', exec.Command), streams, ct);
            default:
                await streams.WriteAsync($"OCI runtime exec failed: exec failed: unable to start container process: exec: \"{exec.Command[0]}\": executable file not found in $PATH: unknown\r\n", isError: false, ct);
                return host.Facts.EngineVersion.StartsWith("20.", StringComparison.Ordinal) ? 126 : 127;
        }
    }

    private static async Task<int> ScriptAsync(DockerState host, string script, ExecStreams streams, CancellationToken ct)
    {
        var printed = new LogBook();
        var code = await new ProgramRunner(printed, host.Time).RunAsync(ContainerProgram.Of(["sh", "-c", script]), ct);
        foreach (var line in printed.Entries) await streams.WriteAsync(line.Text + "\n", line.IsError, ct);
        return code;
    }

    /// <summary>A line that somebody typed. What is no program is said to be none; a script would take it for a server.</summary>
    private static async Task<int> TypedAsync(DockerState host, SimulatedExec exec, string command, ExecStreams streams, CancellationToken ct)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Builtins.Contains(words[0])) return await ScriptAsync(host, command, streams, ct);
        var (code, text) = words[0] is "nvidia-smi" && GpuRules.Has(host, exec.Container)
            ? NvidiaSmi.Run(host, exec.Container, words[1..])
            : (127, $"sh: {words[0]}: not found\n");
        await streams.WriteAsync(text, isError: code == 127, ct);
        return code;
    }

    private static async Task<int> ShellAsync(DockerState host, SimulatedExec exec, ExecStreams streams, CancellationToken ct)
    {
        var line = new StringBuilder();
        var last = 0;
        await PromptAsync();
        while (await streams.ReadAsync(ct) is { } typed)
        {
            if (exec.HasTerminal) await streams.WriteAsync(typed.Replace('\r', '\n'), isError: false, ct);
            foreach (var letter in typed)
            {
                // Control C empties the line, and control D at its beginning ends the shell.
                if (letter is '\u0004' && line.Length == 0) return last;
                if (letter is '\u0003')
                {
                    line.Clear();
                    continue;
                }
                if (letter is not ('\r' or '\n'))
                {
                    line.Append(letter);
                    continue;
                }
                var command = line.ToString().Trim();
                line.Clear();
                if (command is "exit" || command.StartsWith("exit ", StringComparison.Ordinal)) return int.TryParse(command[4..], out var code) ? code : last;
                if (command.Length > 0) last = await TypedAsync(host, exec, command, streams, ct);
                await PromptAsync();
            }
        }
        return last;

        Task PromptAsync() => exec.HasTerminal ? streams.WriteAsync("/ # ", isError: false, ct) : Task.CompletedTask;
    }
}
