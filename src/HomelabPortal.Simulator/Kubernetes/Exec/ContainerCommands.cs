using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>The programs of a simulated container.</summary>
internal static class ContainerCommands
{
    private const string Blue = "\e[1;34m";
    private const string Plain = "\e[0m";

    public static ImmutableHashSet<string> Names { get; } =
        ["echo", "ls", "cat", "pwd", "env", "printenv", "whoami", "id", "hostname", "uname", "seq", "yes", "sleep", "stty", "clear", "date", "true", "false"];

    /// <returns>The exit code; 127 for a program that is not there.</returns>
    public static async Task<int> RunAsync(ContainerPlace place, string folder, IReadOnlyList<string> words, ContainerIo io, TimeProvider time, CancellationToken cancellationToken)
    {
        switch (words[0].Split('/')[^1])
        {
            case "echo": await io.WriteAsync(string.Join(' ', words.Skip(1)) + "\n", cancellationToken); return 0;
            case "pwd": await io.WriteAsync(folder + "\n", cancellationToken); return 0;
            case "env" or "printenv": await io.WriteAsync(string.Concat(place.Variables.Select(variable => $"{variable.Key}={variable.Value}\n")), cancellationToken); return 0;
            case "whoami": await io.WriteAsync("root\n", cancellationToken); return 0;
            case "id": await io.WriteAsync("uid=0(root) gid=0(root) groups=0(root)\n", cancellationToken); return 0;
            case "hostname": await io.WriteAsync(place.Pod + "\n", cancellationToken); return 0;
            case "uname": await io.WriteAsync("Linux\n", cancellationToken); return 0;
            case "date": await io.WriteAsync(time.GetUtcNow().ToString("ddd MMM d HH:mm:ss 'UTC' yyyy\n", CultureInfo.InvariantCulture), cancellationToken); return 0;
            case "stty": await io.WriteAsync($"{io.Size.Rows} {io.Size.Columns}\n", cancellationToken); return 0;
            case "clear": await io.WriteAsync("\e[H\e[2J", cancellationToken); return 0;
            case "true": return 0;
            case "false": return 1;
            case "ls": return await ListAsync(place, ContainerFiles.Resolve(folder, words.Skip(1).FirstOrDefault(word => !word.StartsWith('-')) ?? "."), io, cancellationToken);
            case "cat": return await ShowAsync(place, folder, words, io, cancellationToken);
            case "seq": return await CountAsync(words, io, cancellationToken);
            case "yes": return await RepeatAsync(words, io, cancellationToken);
            case "sleep": await Task.Delay(TimeSpan.FromSeconds(Number(words, 1)), time, cancellationToken); return 0;
            default: await io.WriteErrorAsync($"sh: {words[0]}: not found\n", cancellationToken); return 127;
        }
    }

    private static async Task<int> ListAsync(ContainerPlace place, string folder, ContainerIo io, CancellationToken cancellationToken)
    {
        if (ContainerFiles.List(place.Files, folder) is not { } names)
        {
            await io.WriteErrorAsync($"ls: {folder}: No such file or directory\n", cancellationToken);
            return 1;
        }

        var shown = names.Select(name => name.EndsWith('/') && io.HasTerminal ? $"{Blue}{name[..^1]}{Plain}" : name.TrimEnd('/'));
        await io.WriteAsync(string.Join(io.HasTerminal ? "  " : "\n", shown) + "\n", cancellationToken);
        return 0;
    }

    private static async Task<int> ShowAsync(ContainerPlace place, string folder, IReadOnlyList<string> words, ContainerIo io, CancellationToken cancellationToken)
    {
        var code = 0;
        foreach (var path in words.Skip(1))
        {
            if (place.Files.TryGetValue(ContainerFiles.Resolve(folder, path), out var text))
            {
                await io.WriteAsync(text, cancellationToken);
                continue;
            }

            await io.WriteErrorAsync($"cat: can't open '{path}': No such file or directory\n", cancellationToken);
            code = 1;
        }

        return code;
    }

    private static async Task<int> CountAsync(IReadOnlyList<string> words, ContainerIo io, CancellationToken cancellationToken)
    {
        const int atOnce = 500;
        var last = Number(words, 1);
        for (var first = 1; first <= last; first += atOnce)
            await io.WriteAsync(string.Concat(Enumerable.Range(first, Math.Min(atOnce, last - first + 1)).Select(number => $"{number}\n")), cancellationToken);
        return 0;
    }

    private static async Task<int> RepeatAsync(IReadOnlyList<string> words, ContainerIo io, CancellationToken cancellationToken)
    {
        var line = (words.Count > 1 ? string.Join(' ', words.Skip(1)) : "y") + "\n";
        var block = new StringBuilder().Insert(0, line, 4000 / line.Length + 1).ToString();
        while (true)
            await io.WriteAsync(block, cancellationToken);
    }

    private static int Number(IReadOnlyList<string> words, int index) =>
        words.Count > index && int.TryParse(words[index], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
}
