using System.Collections.Immutable;

namespace HomelabPortal.Exposures.Reach;

/// <summary>Pure: reads the paths that need no login although the rest of the name does.</summary>
internal static class OpenPath
{
    private const int Most = 10;
    private const int Longest = 200;
    private const string Marks = "-._~!$&'()+,;=:@%/*";

    /// <returns>The paths in order, or why they cannot be.</returns>
    public static (ImmutableArray<string> Paths, string? Fault) ReadAll(string text)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (lines.Select(FaultOf).FirstOrDefault(fault => fault is not null) is { } wrong)
            return ([], wrong);
        ImmutableArray<string> paths = [.. lines.Select(line => line.TrimEnd('/')).Distinct(StringComparer.Ordinal)];
        return paths.Length > Most ? ([], $"At most {Most} paths can be open. Name one that holds several of them.") : (paths, null);
    }

    private static string? FaultOf(string line)
    {
        if (!line.StartsWith('/'))
            return $"A path begins with a slash, such as /api: {line}";
        if (line.Trim('/', '*').Length == 0)
            return $"{line} would open the whole name. Choose public without login instead, if that is meant.";
        if (line.Length > Longest)
            return $"A path has at most {Longest} characters.";
        if (line.Contains("//", StringComparison.Ordinal) || line.Split('/').Any(part => part is "." or ".."))
            return $"A path is written out, without empty parts and without “..”: {line}";
        return line.All(letter => char.IsAsciiLetterOrDigit(letter) || Marks.Contains(letter)) ? null : $"This path has a character that Cloudflare does not take: {line}";
    }
}
