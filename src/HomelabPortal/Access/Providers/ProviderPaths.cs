namespace HomelabPortal.Access.Providers;

/// <summary>The addresses of the portal that begin something at a provider.</summary>
internal static class ProviderPaths
{
    public const string SignIn = "/_portal/sign-in/{slug}";
    public const string Proof = "/_portal/proof/provider";
    public const string Link = "/_portal/link/{slug}";
    public const string Unlink = "/_portal/unlink/{slug}";
    public const string Problem = "/sign-in/provider";

    public static string SignInWith(Provider provider) => $"/_portal/sign-in/{provider.Slug}";

    public static string LinkWith(Provider provider) => $"/_portal/link/{provider.Slug}";

    public static string ProblemOf(ProviderProblem problem, Provider? provider) => $"{Problem}?problem={problem}&with={provider?.Slug}";
}
