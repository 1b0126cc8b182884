using System.Collections.Immutable;

namespace HomelabPortal.Commands;

/// <summary>The arguments of the process: a command with its own words, and settings as everywhere else.</summary>
/// <param name="Command">Its name and words; empty to serve.</param>
internal sealed record CommandLine(ImmutableArray<string> Command, string[] Settings)
{
    public bool IsCommand => !Command.IsEmpty;

    /// <summary>A command is a first argument without a dash. A setting has a colon or an equals sign in its key, and may have its value behind a space.</summary>
    public static CommandLine Of(string[] arguments)
    {
        if (arguments is not [var first, ..] || first.StartsWith('-') || first.Contains('='))
            return arguments is ["--help" or "-h", ..] ? new CommandLine(["help"], []) : new CommandLine([], arguments);
        var (words, settings) = (new List<string>(), new List<string>());
        for (var index = 0; index < arguments.Length; index++)
        {
            var argument = arguments[index];
            if (!argument.StartsWith("--", StringComparison.Ordinal) || !(argument.Contains(':') || argument.Contains('=')))
            {
                words.Add(argument);
                continue;
            }

            settings.Add(argument);
            if (!argument.Contains('=') && index + 1 < arguments.Length)
                settings.Add(arguments[++index]);
        }

        return new CommandLine([.. words], [.. settings]);
    }
}
