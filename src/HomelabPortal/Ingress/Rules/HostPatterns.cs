using System.Runtime.CompilerServices;

namespace HomelabPortal.Ingress.Rules;

/// <summary>Compiling a pattern costs far more than matching it, and the same texts come again and again.</summary>
internal static class HostPatterns
{
    private static readonly ConditionalWeakTable<string, HostPattern> _known = new();

    public static HostPattern Of(string pattern) => _known.GetValue(pattern, HostPattern.Of);
}
