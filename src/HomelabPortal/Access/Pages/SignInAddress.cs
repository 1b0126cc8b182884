namespace HomelabPortal.Access.Pages;

/// <summary>Addresses of the sign-in that pages link to.</summary>
internal static class SignInAddress
{
    /// <param name="back">The page to come back to, relative to the portal.</param>
    public static string AgainWith(string provider, string back) =>
        $"/_portal/proof/provider?with={Uri.EscapeDataString(provider)}&return={Uri.EscapeDataString("/" + back)}";
}
