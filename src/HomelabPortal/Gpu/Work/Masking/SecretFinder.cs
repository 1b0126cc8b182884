using System.Text.Json;
using System.Text.RegularExpressions;

namespace HomelabPortal.Gpu.Work.Masking;

/// <summary>
/// Pure: the secret values that stand in a container's description.
/// <code>
/// "HF_TOKEN=…" in a list                         a variable
/// "--api-key", "…" in a list                     an option and what follows it
/// --token … or PASSWORD=… within a text          a shell's line
/// "…key": "…" in labels and options              a member of a free map
/// https://name:…@host                            an address with a password
/// </code>
/// </summary>
internal static partial class SecretFinder
{
    /// <summary>Whose members are named by people and not by Docker.</summary>
    private static readonly HashSet<string> _maps = ["Labels", "Annotations", "Options", "DriverOpts", "StorageOpt", "Sysctls", "LogConfig", "Config"];

    public static IReadOnlySet<string> Of(JsonElement container, IReadOnlySet<string> known)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        Walk(container, "", known, found);
        return found;
    }

    /// <summary>Whether a member of an object is named by people, so that its name tells whether it is secret.</summary>
    public static bool IsFree(string parent) => _maps.Contains(parent);

    /// <summary>"NAME" of "NAME=value" and of "--name=value"; null for any other text.</summary>
    public static (string Name, string Value)? Pair(string text)
    {
        var at = text.IndexOf('=', StringComparison.Ordinal);
        return at > 0 && PairName().Match(text[..at]) is { Success: true } name ? (name.Groups[1].Value, text[(at + 1)..]) : null;
    }

    /// <summary>"api-key" of "--api-key"; null for what is no option.</summary>
    public static string? Option(string text) => OptionName().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    private static void Walk(JsonElement element, string parent, IReadOnlySet<string> known, HashSet<string> found)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    if (IsFree(parent) && member.Value.ValueKind == JsonValueKind.String && member.Value.GetString() is { } value && SecretLooks.IsSecret(member.Name, value, known))
                        Add(found, value);
                    Walk(member.Value, member.Name, known, found);
                }

                break;
            case JsonValueKind.Array:
                List(element, known, found);
                break;
            case JsonValueKind.String:
                Text(element.GetString() ?? "", known, found);
                break;
        }
    }

    private static void List(JsonElement list, IReadOnlySet<string> known, HashSet<string> found)
    {
        string? option = null;
        foreach (var item in list.EnumerateArray())
        {
            if (item.ValueKind != JsonValueKind.String)
            {
                Walk(item, "", known, found);
                continue;
            }

            var text = item.GetString() ?? "";
            if (option is not null && !text.StartsWith('-') && SecretLooks.IsSecret(option, text, known))
                Add(found, text);
            if (Pair(text) is var (name, value) && SecretLooks.IsSecret(name, value, known))
                Add(found, value);
            Text(text, known, found);
            option = Option(text);
        }
    }

    /// <summary>A text of a shell or an address may hold one too.</summary>
    private static void Text(string text, IReadOnlySet<string> known, HashSet<string> found)
    {
        foreach (Match match in AddressPassword().Matches(text))
            Add(found, match.Groups[1].Value);
        foreach (Match match in ShellWord().Matches(text))
        {
            var name = match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value;
            var value = match.Groups[3].Value.Trim('"', '\'');
            if (SecretLooks.IsSecret(name, value, known) && value is not ['$' or '{' or '<' or '-', ..])
                Add(found, value);
        }
    }

    private static void Add(HashSet<string> found, string value)
    {
        if (value.Length > 0)
            found.Add(value);
    }

    [GeneratedRegex(@"^-{0,2}([A-Za-z_][A-Za-z0-9_.-]*)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PairName();

    [GeneratedRegex(@"^--?([A-Za-z][A-Za-z0-9_-]+)$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex OptionName();

    [GeneratedRegex(@"[A-Za-z][A-Za-z0-9+.-]*://[^/\s:@]*:([^/\s@]+)@", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AddressPassword();

    /// <summary>"--api-key value", "--api-key=value" and "NAME=value" within a line.</summary>
    [GeneratedRegex(@"(?:--?([A-Za-z][A-Za-z0-9_-]+)[ =]|([A-Za-z_][A-Za-z0-9_]*)=)(""[^""]*""|'[^']*'|[^\s""';|&]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ShellWord();
}
