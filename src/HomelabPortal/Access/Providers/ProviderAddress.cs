namespace HomelabPortal.Access.Providers;

/// <summary>Which addresses a secret may be sent to.</summary>
internal static class ProviderAddress
{
    /// <summary>TLS, or this very machine.</summary>
    public static bool IsSafe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback))
        && uri is { UserInfo: "", Fragment: "" };
}
