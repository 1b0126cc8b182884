namespace HomelabPortal.Simulator.Docker;

/// <summary>
/// The few shell commands that tests give to a container: echo, sleep, exit, true, false, trap and an endless while loop.
/// Any other command is taken for a server.
/// </summary>
internal sealed record ContainerProgram(IReadOnlyList<ProgramStep> Steps, int? ExitCodeOnTerm)
{
    // "infinity" is a number to .NET too, and a timer takes no more than some seven weeks.
    private static readonly TimeSpan LongestSleep = TimeSpan.FromDays(40);

    public static ContainerProgram Of(IReadOnlyList<string> command)
    {
        if (command is [.., "-c", var script] && command[0].EndsWith("sh", StringComparison.Ordinal))
            return Script(script);
        var steps = command.Count == 0 ? [new ProgramStep.Serve()] : Step(string.Join(' ', command));
        // A server handles the signal; a bare sleep as process 1 does not.
        return new ContainerProgram(steps, steps is [ProgramStep.Serve] ? 0 : null);
    }

    private static ContainerProgram Script(string script)
    {
        var statements = Split(script);
        var position = 0;
        var steps = Block(statements, ref position);
        var trap = statements.Find(statement => statement.StartsWith("trap ", StringComparison.Ordinal));
        return new ContainerProgram(steps, trap is null ? null : TrapCode(trap));
    }

    private static List<ProgramStep> Block(List<string> statements, ref int position)
    {
        var steps = new List<ProgramStep>();
        while (position < statements.Count)
        {
            var statement = statements[position++];
            if (statement is "done") break;
            if (statement.StartsWith("while ", StringComparison.Ordinal))
                steps.Add(new ProgramStep.Loop(Block(statements, ref position)));
            else
                steps.AddRange(Step(statement.StartsWith("do ", StringComparison.Ordinal) ? statement[3..] : statement));
        }
        return steps;
    }

    private static ProgramStep[] Step(string statement)
    {
        var words = statement.Split(' ', 2, StringSplitOptions.TrimEntries);
        var rest = words.Length > 1 ? words[1] : "";
        return words[0] switch
        {
            "" or "do" or "trap" or "set" or "wait" => [],
            "echo" => [Echo(rest)],
            ">&2" or "1>&2" when rest.StartsWith("echo ", StringComparison.Ordinal) => [Echo(rest[5..] + " >&2")],
            "sleep" => [new ProgramStep.Sleep(double.TryParse(rest.TrimEnd('&', ' '), out var seconds) && seconds < LongestSleep.TotalSeconds ? TimeSpan.FromSeconds(seconds) : LongestSleep)],
            "exit" => [new ProgramStep.Exit(int.TryParse(rest, out var code) ? code : 0)],
            "true" or ":" => [],
            "false" => [new ProgramStep.Exit(1)],
            "exec" => Step(rest),
            _ => [new ProgramStep.Serve()],
        };
    }

    private static ProgramStep.Echo Echo(string text)
    {
        var isError = text.EndsWith(">&2", StringComparison.Ordinal);
        if (isError) text = text[..^3].TrimEnd('1', ' ');
        return new ProgramStep.Echo(text.Trim().Trim('"', '\''), isError);
    }

    private static int TrapCode(string trap)
    {
        var at = trap.IndexOf("exit ", StringComparison.Ordinal);
        return at >= 0 && int.TryParse(trap.AsSpan(at + 5, 1), out var code) ? code : 0;
    }

    /// <summary>Splits at semicolons, line ends and "&amp;&amp;" that are not quoted.</summary>
    private static List<string> Split(string script)
    {
        var statements = new List<string>();
        var (start, quote) = (0, '\0');
        for (var i = 0; i <= script.Length; i++)
        {
            var letter = i < script.Length ? script[i] : '\n';
            if (quote != '\0' && i < script.Length)
            {
                if (letter == quote) quote = '\0';
                continue;
            }
            if (letter is '"' or '\'') quote = letter;
            var isAnd = letter is '&' && i + 1 < script.Length && script[i + 1] is '&';
            if (letter is not (';' or '\n') && !isAnd) continue;
            statements.Add(script[start..i].Trim());
            start = i + (isAnd ? 2 : 1);
            if (isAnd) i++;
        }
        return statements;
    }
}
