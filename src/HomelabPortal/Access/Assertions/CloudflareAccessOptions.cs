using HomelabPortal.Platform;

namespace HomelabPortal.Access.Assertions;

/// <summary>The second gate on the tunnel path: who comes from Cloudflare's edge must have passed Cloudflare Access first.</summary>
internal sealed class CloudflareAccessOptions : IValidatedOptions
{
    public static string Section => "Access:CloudflareAccess";

    /// <summary>The part before .cloudflareaccess.com.</summary>
    public string? Team { get; set; }

    /// <summary>The audience tag of the Access application that guards the portal.</summary>
    public string? Audience { get; set; }

    /// <summary>Where the team's keys are, when not at its own address.</summary>
    public Uri? Keys { get; set; }

    public bool IsOn => Team is { Length: > 0 };

    public string Issuer => $"https://{Team}.cloudflareaccess.com";

    public Uri KeysAddress => Keys ?? new Uri(Issuer + "/cdn-cgi/access/certs");

    public IEnumerable<string> Faults()
    {
        if (IsOn != Audience is { Length: > 0 })
            yield return "Access:CloudflareAccess needs both Team and Audience. The audience tag is on the Access application's overview page.";
        if (Team is { Length: > 0 } && !Team.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            yield return $"Access:CloudflareAccess:Team “{Team}” is no team name. It is the part before .cloudflareaccess.com, in lower case.";
        if (Audience is { Length: > 0 } && !(Audience.Length == 64 && Audience.All(char.IsAsciiHexDigitLower)))
            yield return "Access:CloudflareAccess:Audience is no audience tag. It is 64 characters long, of 0 to 9 and a to f.";
        if (Keys is { } keys && !(keys.IsAbsoluteUri && (keys.Scheme == Uri.UriSchemeHttps || keys.IsLoopback)))
            yield return $"Access:CloudflareAccess:Keys {keys} could be answered by anybody on the way. Use https.";
    }
}
