using System.Buffers;

namespace HomelabPortal.Ingress.Reading.Kinds;

/// <summary>Pure: where a hostname of a route is opened: at the first path that it takes, as Homepage does it.</summary>
internal static class LinkPath
{
    /// <summary>Some controllers take regular expressions as paths; those lead nowhere when they are opened.</summary>
    private static readonly SearchValues<char> _inExpressions = SearchValues.Create("()[]{}*^$|\\ ");

    public static string Of(string scheme, string host, string path) =>
        $"{scheme}://{host}{(path.StartsWith('/') && !path.AsSpan().ContainsAny(_inExpressions) ? path : "/")}";
}
