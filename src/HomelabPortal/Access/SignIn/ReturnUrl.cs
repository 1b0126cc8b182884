namespace HomelabPortal.Access.SignIn;

/// <summary>Where to go after signing in. It comes from the address bar, so anybody can have chosen it.</summary>
internal static class ReturnUrl
{
    public const string Home = "/";
    private const int Longest = 2000;

    /// <summary>The path itself when it leads to a page of this portal, else the home page.</summary>
    public static string OrHome(string? value) => value is not null && IsLocal(value) ? value : Home;

    /// <summary>
    /// One slash, then plain ASCII: no second slash or backslash, also not written as %2f or %5c, within the path's beginning
    /// (browsers read those as a host), and no control characters, which browsers drop before they look.
    /// </summary>
    private static bool IsLocal(string value) =>
        value.Length <= Longest
        && value.StartsWith('/')
        && value.All(c => c is > ' ' and < '\x7f' and not '\\')
        && !Opens(value.AsSpan(1))
        && !IsSignIn(value);

    private static bool Opens(ReadOnlySpan<char> rest)
    {
        var path = rest[..(rest.IndexOfAny('?', '#') is var end and >= 0 ? end : rest.Length)];
        return path.StartsWith("/") || path.Contains("//", StringComparison.Ordinal)
            || path.Contains("%2f", StringComparison.OrdinalIgnoreCase) || path.Contains("%5c", StringComparison.OrdinalIgnoreCase)
            || path.Contains("%0", StringComparison.Ordinal) || path.Contains("%25", StringComparison.Ordinal)
            || path.Contains("/.", StringComparison.Ordinal) || path.StartsWith(".") || path.Contains("%2e", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Nobody wants to come back to the page they sign in on, or to one that shows no page.</summary>
    private static bool IsSignIn(string value) =>
        value.StartsWith("/sign-in", StringComparison.OrdinalIgnoreCase) || value.StartsWith("/_", StringComparison.Ordinal)
        || value.StartsWith("/not-allowed", StringComparison.OrdinalIgnoreCase);
}
