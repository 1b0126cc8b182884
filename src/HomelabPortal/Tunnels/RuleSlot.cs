namespace HomelabPortal.Tunnels;

/// <summary>Which requests a rule is for: a name, exact or a wildcard or empty for all, and a regular expression over the path or "".</summary>
public readonly record struct RuleSlot(string Hostname, string Path)
{
    private static readonly HashSet<string> _everyPath = ["", "/", "^/", ".*", "^.*", "^/.*", "/*", "/.*"];

    public bool IsCatchAll => Hostname is "" or "*" && Path.Length == 0;

    public bool IsWildcard => Hostname.StartsWith('*');

    /// <summary>True when every name that the other is for is one of ours.</summary>
    public bool CoversName(RuleSlot other) => CoversName(other.Hostname);

    /// <summary>True when no request reaches the other as long as this stands above it.</summary>
    public bool Shadows(RuleSlot other) => CoversName(other) && CoversPath(other.Path);

    /// <summary>
    /// The order of the most specific: exact before wildcard, a deeper wildcard first, and for one name the longer path first.
    /// True when this must stand below the other, or would take what is meant for it.
    /// </summary>
    public bool MustFollow(RuleSlot other) =>
        Hostname == other.Hostname ? CoversPath(other.Path) && !other.CoversPath(Path) : CoversName(other);

    public override string ToString() => $"{(Hostname.Length > 0 ? Hostname : "everything")}{(Path.Length > 0 ? $" path {Path}" : "")}";

    private bool CoversName(string hostname)
    {
        if (Hostname is "" or "*" || Hostname == hostname)
            return true;
        return Hostname.StartsWith("*.", StringComparison.Ordinal) && hostname.EndsWith(Hostname[1..], StringComparison.Ordinal);
    }

    /// <summary>What one expression says of another is only known for plain beginnings, such as ^/api of ^/api/v2.</summary>
    private bool CoversPath(string other) =>
        _everyPath.Contains(Path) || Path == other
        || (IsPlainBeginning(Path) && other.TrimStart('^').StartsWith(Path.TrimStart('^'), StringComparison.Ordinal) && other.StartsWith('^') == Path.StartsWith('^'));

    private static bool IsPlainBeginning(string path) =>
        path.TrimStart('^') is ['/', ..] plain && plain.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '-' or '_');
}
