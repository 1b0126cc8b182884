using System.Text.RegularExpressions;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Apps.Discovery;

/// <summary>Pure: a selector as people write it, "app=sonarr,tier in (web,api),!canary".</summary>
internal static partial class PodSelector
{
    /// <summary>Null when it cannot be read.</summary>
    public static LabelSelector? Parse(string text)
    {
        var parts = Comma().Split(text).Select(part => part.Trim()).Where(part => part.Length > 0).Select(part => Part().Match(part)).ToList();
        return parts.TrueForAll(part => part.Success) ? new LabelSelector { MatchExpressions = [.. parts.Select(Requirement)] } : null;
    }

    private static LabelRequirement Requirement(Match part)
    {
        var (key, sign, word) = (part.Groups["key"].Value, part.Groups["sign"].Value, part.Groups["word"].Value);
        return (part.Groups["not"].Length, sign, word) switch
        {
            (> 0, _, _) => new LabelRequirement { Key = key, Operator = "DoesNotExist" },
            (_, "", "") => new LabelRequirement { Key = key, Operator = "Exists" },
            (_, "", _) => new LabelRequirement { Key = key, Operator = word == "in" ? "In" : "NotIn", Values = part.Groups["many"].Value.Split(',', StringSplitOptions.TrimEntries) },
            _ => new LabelRequirement { Key = key, Operator = sign == "!=" ? "NotIn" : "In", Values = [part.Groups["one"].Value] },
        };
    }

    /// <summary>A comma that is not within brackets.</summary>
    [GeneratedRegex(@",(?![^(]*\))")]
    private static partial Regex Comma();

    [GeneratedRegex(@"^(?:(?<not>!)\s*(?<key>[\w./-]+)|(?<key>[\w./-]+)\s*(?:(?<sign>==|=|!=)\s*(?<one>[\w.-]*)|\s(?<word>in|notin)\s*\((?<many>[^)]*)\))?)$")]
    private static partial Regex Part();
}
