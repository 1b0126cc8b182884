namespace HomelabPortal.Desired.Checks;

/// <summary>One request, and what its answer must be.</summary>
public sealed record HttpQuestion(string Url) : CheckQuestion
{
    /// <summary>GET or HEAD: a check changes nothing.</summary>
    public string Method { get; init; } = "GET";

    /// <summary>Codes and ranges with commas: "200-299,401".</summary>
    public string Statuses { get; init; } = "200-299";

    /// <summary>Text that the body must hold; null when any body will do.</summary>
    public string? Contains { get; init; }

    public bool FollowsRedirects { get; init; }

    /// <summary>The certificate must be valid, by an authority that this machine trusts.</summary>
    public bool VerifiesTls { get; init; } = true;

    public override string Target => Url;
}
