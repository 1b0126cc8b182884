namespace HomelabPortal.Access.Providers;

/// <summary>What a provider is, which settles what may be asked of it.</summary>
internal enum ProviderKind
{
    /// <summary>Gitea or Forgejo: no question can make it ask for the password again.</summary>
    Gitea,

    /// <summary>Anything with OpenID Connect discovery and userinfo: Authentik, Dex, Google.</summary>
    Oidc,
}
