namespace HomelabPortal.Platform;

/// <summary>Where an address of the web leads, without what may be a secret in it.</summary>
internal static class WebOrigin
{
    /// <returns>Scheme, host and port, such as "https://hooks.example.org"; empty for what is no such address.</returns>
    public static string Of(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is ("http" or "https") ? url.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped) : "";
}
