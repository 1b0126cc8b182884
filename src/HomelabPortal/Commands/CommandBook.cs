namespace HomelabPortal.Commands;

/// <summary>Finds the command that is meant, runs it, and turns whatever goes wrong into an answer.</summary>
internal sealed partial class CommandBook(IEnumerable<ICommand> commands, ILogger<CommandBook> logger)
{
    private const string Help = "help";

    public async Task<CommandAnswer> RunAsync(IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        if (words is [Help, ..])
            return CommandAnswer.Done(HelpText());
        if (words.Count == 0 || commands.FirstOrDefault(candidate => candidate.Name == words[0]) is not { } command)
            return CommandAnswer.NotUnderstood($"There is no command “{(words is [var first, ..] ? first : "")}”.\n\n{HelpText()}");
        try
        {
            return await command.RunAsync([.. words.Skip(1)], cancellationToken);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            Log.CommandFailed(logger, fault, command.Name);
            return CommandAnswer.Failed($"{command.Name} failed: {fault.Message}");
        }
    }

    private string HelpText() =>
        "dotnet HomelabPortal.dll [--urls ADDRESS] [--KEY=VALUE ...]   starts the portal\n"
        + "dotnet HomelabPortal.dll COMMAND [ARGUMENTS]                  does one thing, also while the portal runs\n\n"
        + string.Join("\n", commands.Select(command => (command.Name, command.Help)).Append((Help, "prints this")).Select(line => $"  {line.Item1,-20} {line.Item2}"));

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The command {Command} failed")]
        public static partial void CommandFailed(ILogger logger, Exception fault, string command);
    }
}
