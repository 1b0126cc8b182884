namespace HomelabPortal.Commands;

/// <summary>What a command prints, and the exit code of its process: 0 done, 1 failed, 2 not understood.</summary>
internal sealed record CommandAnswer(int ExitCode, string Text)
{
    public static CommandAnswer Done(string text) => new(0, text);

    public static CommandAnswer Failed(string text) => new(1, text);

    public static CommandAnswer NotUnderstood(string text) => new(2, text);
}
