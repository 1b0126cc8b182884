using System.Collections.Immutable;

namespace HomelabPortal.Access.Providers;

/// <summary>One provider to sign in with, as it is configured.</summary>
internal sealed class ProviderOptions
{
    private const int LongestName = 32;

    /// <summary>What people call it; also the last part of the address it sends them back to, in lower case.</summary>
    public string Name { get; set; } = "";

    public ProviderKind? Kind { get; set; }

    /// <summary>Exactly as the provider writes it in its discovery document.</summary>
    public string Issuer { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string? ClientSecret { get; set; }

    /// <summary>A mounted file that holds the secret, instead of <see cref="ClientSecret"/>.</summary>
    public string? ClientSecretFile { get; set; }

    public string? AdminGroup { get; set; }

    public string? OperatorGroup { get; set; }

    public string? ViewerGroup { get; set; }

    /// <summary>The member of userinfo that lists the groups.</summary>
    public string GroupsClaim { get; set; } = "groups";

    /// <summary>What to ask for, when the usual does not fit.</summary>
    public List<string> Scopes { get; set; } = [];

    /// <summary>The name as a part of an address.</summary>
    public string Slug => string.Concat(Name.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'));

    public GroupRules Groups => new(Given(AdminGroup), Given(OperatorGroup), Given(ViewerGroup));

    public IEnumerable<string> Faults(string section)
    {
        if (Name.Length is 0 or > LongestName || !Name.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-' or '.' or '_') || !char.IsAsciiLetterOrDigit(Name[0]))
            yield return $"{section}:Name “{Name}” is no name for a button. Use up to {LongestName} letters and digits, for example Gitea.";
        if (Kind is null)
            yield return $"{section}:Kind is missing. It is Gitea or Oidc.";
        if (!ProviderAddress.IsSafe(Issuer))
            yield return $"{section}:Issuer “{Issuer}” is no https address. It is the one in the provider's /.well-known/openid-configuration.";
        if (ClientId.Length == 0)
            yield return $"{section}:ClientId is missing. The provider gives one when you register the portal there.";
        if (ClientSecret is { Length: > 0 } && ClientSecretFile is { Length: > 0 })
            yield return $"{section}:ClientSecret and {section}:ClientSecretFile are both set. Keep one.";
        else if (ClientSecretFile is { Length: > 0 } && !File.Exists(ClientSecretFile))
            yield return $"{section}:ClientSecretFile {ClientSecretFile} does not exist.";
        else if (ReadSecret().Length == 0)
            yield return $"{section}:ClientSecretFile is missing, or what it names is empty. The provider gives a secret when you register the portal there.";
        if (new[] { Groups.Admin, Groups.Operator, Groups.Viewer }.OfType<string>().GroupBy(group => group).Any(same => same.Count() > 1))
            yield return $"{section} names one group for two roles. Give each role its own group.";
    }

    public Provider Build() => new()
    {
        Name = Name,
        Slug = Slug,
        Kind = Kind ?? ProviderKind.Oidc,
        Issuer = Issuer,
        ClientId = ClientId,
        ClientSecret = new Secrets.Secret(ReadSecret()),
        Groups = Groups,
        GroupsClaim = GroupsClaim,
        Scopes = Scopes.Count > 0 ? [.. Scopes] : UsualScopes(),
    };

    /// <summary>Groups only when they decide something: some providers refuse scopes they do not know. Gitea gives a refresh token without being asked.</summary>
    private ImmutableArray<string> UsualScopes() => (Groups.IsEmpty, Kind) switch
    {
        (true, _) => ["openid", "profile"],
        (false, ProviderKind.Gitea) => ["openid", "profile", "groups"],
        _ => ["openid", "profile", "groups", "offline_access"],
    };

    private string ReadSecret() => (ClientSecretFile is { Length: > 0 } file && File.Exists(file) ? File.ReadAllText(file) : ClientSecret ?? "").Trim();

    private static string? Given(string? group) => string.IsNullOrWhiteSpace(group) ? null : group.Trim();
}
