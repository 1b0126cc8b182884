using System.Text.RegularExpressions;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Api;

/// <summary>The fenced blocks of docs/api.md, as one script.</summary>
internal static partial class ApiExamples
{
    public static IReadOnlyList<string> Read() =>
        [.. Block().Matches(File.ReadAllText(RepositoryFolder.Combine("docs", "api.md"))).Select(match => match.Groups[1].Value)];

    [GeneratedRegex("^```bash\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
