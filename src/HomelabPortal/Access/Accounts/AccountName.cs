using System.Buffers;

namespace HomelabPortal.Access.Accounts;

/// <summary>What an account may be called: what the framework allows too, short enough for a page, and nobody the audit speaks of otherwise.</summary>
internal static class AccountName
{
    public const int Longest = 64;
    private static readonly SearchValues<char> _allowed = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._@+");
    private static readonly string[] _reserved = ["portal", "nobody", "system"];

    /// <summary>What is wrong with the name, or null.</summary>
    public static string? FaultOf(string? name) => name switch
    {
        null or "" => "A name is needed.",
        { Length: > Longest } => $"A name has at most {Longest} characters.",
        _ when name.AsSpan().ContainsAnyExcept(_allowed) => "A name has letters a to z, digits and - . _ @ + only.",
        _ when _reserved.Contains(name, StringComparer.OrdinalIgnoreCase) => $"The portal itself uses the name {name}. Choose another.",
        _ => null,
    };

    public static string Normalize(string name) => name.Normalize().ToUpperInvariant();
}
