namespace HomelabPortal.Desired.Checks;

/// <summary>One request, and what its answer must be.</summary>
public sealed record HttpQuestion(string Url) : CheckQuestion
{
    private const string Dots = "•••";

    /// <summary>GET or HEAD: a check changes nothing.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Codes and ranges with commas: "200-299,401".</summary>
    public string Statuses { get; init; } = "200-299";

    /// <summary>Text that the body must hold; null when any body will do.</summary>
    public string? Contains { get; init; }

    public bool FollowsRedirects { get; init; }

    /// <summary>The certificate must be valid, by an authority that this machine trusts.</summary>
    public bool VerifiesTls { get; init; } = true;

    /// <summary>The address without the values of its query: many services take their key there, and everybody may read what is asked.</summary>
    public override string Target =>
        Url.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? $"{Url[..at]}?{string.Join('&', Url[(at + 1)..].Split('&').Select(WithoutValue))}" : Url;

    private static string WithoutValue(string part) => part.IndexOf('=', StringComparison.Ordinal) is >= 0 and var at ? $"{part[..at]}={Dots}" : part.Length > 0 ? Dots : part;
}
