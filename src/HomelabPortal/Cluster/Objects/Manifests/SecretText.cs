using System.Text.RegularExpressions;

namespace HomelabPortal.Cluster.Objects.Manifests;

/// <summary>
/// Masks what looks like a secret within a text: passwords in addresses, assignments to names of secrets, private keys, bearer tokens.
/// A text without any comes back as the same instance.
/// </summary>
internal static partial class SecretText
{
    public static string Mask(string text)
    {
        if (text.Length < 4)
            return text;
        var masked = PrivateKey().Replace(text, "$1" + Hidden.Mask + "$2");
        masked = AddressPassword().Replace(masked, "$1" + Hidden.Mask + "@");
        masked = KnownToken().Replace(masked, Hidden.Mask);
        masked = NamedPair().Replace(masked, match => MaskGroup(match, 1, 3));
        masked = Assignment().Replace(masked, match => MaskGroup(match, 1, 3));
        return masked == text ? text : masked;
    }

    private static string MaskGroup(Match match, int name, int value)
    {
        var (named, found) = (match.Groups[name].Value, match.Groups[value]);
        if (!SecretNames.IsSecret(named) || IsReference(found.Value))
            return match.Value;
        var quote = found.Value is ['"' or '\'', .., '"' or '\''] ? found.Value[..1] : "";
        return string.Concat(match.Value.AsSpan(0, found.Index - match.Index), quote, Hidden.Mask, quote);
    }

    /// <summary>Names another place, opens a block, or is no secret anyone would keep.</summary>
    private static bool IsReference(string value)
    {
        var bare = value.Trim('"', '\'');
        return bare.Length == 0 || bare is "true" or "false" or "null" or "|" or "|-" or ">" or ">-" || bare[0] is '$' or '{' or '[' or '&' or '*' or '<' || bare.StartsWith('/');
    }

    [GeneratedRegex(@"(-----BEGIN [A-Z ]*PRIVATE KEY-----)[^-]*(-----END [A-Z ]*PRIVATE KEY-----)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"([A-Za-z][A-Za-z0-9+.-]*://[^/\s:@]*:)[^/\s@]+@", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex AddressPassword();

    /// <summary>JSON web tokens and the tokens of well-known services, which their first letters give away.</summary>
    [GeneratedRegex(@"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]+|(gh[pousr]_|github_pat_|glpat-|xox[abp]-|hlp_|sk-ant-|AKIA)[A-Za-z0-9_-]{16,}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex KnownToken();

    /// <summary>An entry of a list of environment variables within a text of YAML.</summary>
    [GeneratedRegex(@"name:[ \t]*[""']?([A-Za-z0-9_.-]+)[""']?([ \t]*\r?\n[ \t]*value:[ \t]*)(""[^""\n]*""|'[^'\n]*'|[^\s]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamedPair();

    /// <summary>Only names of secrets begin a match, so that what stands before one, such as another name, takes nothing of it.</summary>
    [GeneratedRegex(@"([A-Za-z0-9_.-]*(?i:" + SecretNames.Words + @")[A-Za-z0-9_.-]*)([""']?[ \t]*[:=][ \t]*)(""[^""\n]*""|'[^'\n]*'|[^\s""',;&]+)", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Assignment();
}
