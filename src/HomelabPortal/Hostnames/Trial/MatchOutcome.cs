namespace HomelabPortal.Hostnames.Trial;

/// <summary>Whether a rule takes a request.</summary>
public enum MatchOutcome
{
    No,

    /// <summary>It depends on what an address does not say: headers, the client, a pattern that cannot be read.</summary>
    Depends,
    Yes,
}
