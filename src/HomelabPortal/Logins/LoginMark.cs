using System.Text.RegularExpressions;

namespace HomelabPortal.Logins;

/// <summary>
/// The ownership mark at the end of a name: <c>Family (hlp:instance:id)</c>.
/// Policies bear nothing but their name, and visitors read that of an application, so the readable part comes first.
/// </summary>
public readonly partial record struct LoginMark(string Instance, string Id)
{
    /// <summary>The tag that applications of ours bear besides.</summary>
    public const string Tag = "homelabportal";

    public override string ToString() => $"hlp:{Instance}:{Id}";

    public string Name(string readable) => $"{readable} ({this})";

    public static LoginMark? Read(string? name) =>
        Pattern().Match(name ?? "") is { Success: true } match ? new LoginMark(match.Groups[1].Value, match.Groups[2].Value) : null;

    /// <summary>The name without its mark, for people.</summary>
    public static string Readable(string? name) => Pattern().Replace(name ?? "", "").Trim();

    [GeneratedRegex(@"\(hlp:([a-z0-9]+):([a-z0-9-]+)\)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
