namespace HomelabPortal.Access.Providers;

/// <summary>The claims kept with an account that a provider has to do with; their value is the provider's name.</summary>
internal static class ProviderMarks
{
    /// <summary>The account was made by the provider, and its role follows the groups there.</summary>
    public const string MadeBy = "made-by";

    /// <summary>The account is disabled because no group is left; a sign-in with a group enables it again.</summary>
    public const string ShutBy = "shut-by";
}
