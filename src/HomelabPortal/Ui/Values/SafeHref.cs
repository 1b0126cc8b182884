namespace HomelabPortal.Ui.Values;

/// <summary>For links that are made of what stands in the lab: whoever may write an object there must not get a script or another place behind a name.</summary>
internal static class SafeHref
{
    /// <summary>The link when it is an ordinary web address, else null.</summary>
    public static string? Of(string? link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
        && uri.UserInfo.Length == 0
        && !link.Any(c => char.IsControl(c) || c is '\\' or ' ')
            ? link
            : null;
}
