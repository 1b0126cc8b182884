using System.Text.RegularExpressions;
using HomelabPortal.Desired;

namespace HomelabPortal.Logins.Policies;

/// <summary>Pure: what is wrong with the parts of a login policy, in words for the field.</summary>
internal static partial class LoginPolicyRules
{
    private const int LongestName = 60;
    private const int LongestEmail = 254;

    public static string? FaultOfName(string name) => name.Trim() switch
    {
        "" => "Give the policy a name, such as Family.",
        { Length: > LongestName } => $"A name has at most {LongestName} characters.",
        var text when text.Any(char.IsControl) => "A name is one line of text.",
        // The end of the name in Cloudflare is the portal's mark.
        var text when text.Contains("(hlp:", StringComparison.OrdinalIgnoreCase) => "A name has no “(hlp:” in it: that is how the portal knows what it made.",
        _ => null,
    };

    public static string? FaultOfEmail(string line)
    {
        var at = line.LastIndexOf('@');
        var isGood = line.Length <= LongestEmail && at > 0 && LocalPart().IsMatch(line[..at]) && Hostname.TryParse(line[(at + 1)..], out _, out _);
        return isGood ? null : $"This is no e-mail address: {line}";
    }

    public static string? FaultOfDomain(string line) =>
        Hostname.TryParse(line, out _, out _) ? null : $"This is no domain of e-mail addresses, such as example.org: {line}";

    public static bool IsDuration(string text) => Duration().IsMatch(text);

    [GeneratedRegex(@"^[a-z0-9!#$%&'+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'+/=?^_`{|}~-]+)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LocalPart();

    [GeneratedRegex(@"^[1-9][0-9]{0,3}[mh]\z", RegexOptions.CultureInvariant)]
    private static partial Regex Duration();
}
