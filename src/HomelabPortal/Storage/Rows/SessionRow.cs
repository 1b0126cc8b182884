namespace HomelabPortal.Storage.Rows;

/// <summary>One sign-in on one device. The cookie holds only its id; ending the row ends the session.</summary>
internal sealed class SessionRow
{
    public required string Id { get; set; }

    public required string AccountId { get; set; }

    /// <summary>How it began: password, passkey, recovery code, invitation, demo, or the name of a provider.</summary>
    public required string Method { get; set; }

    public required long CreatedAtTicks { get; set; }

    /// <summary>Absolute: use does not prolong it.</summary>
    public required long ExpiresAtTicks { get; set; }

    public required long LastSeenAtTicks { get; set; }

    /// <summary>When the person last proved who they are; acts of weight ask for a recent proof.</summary>
    public required long FreshAtTicks { get; set; }

    public long? EndedAtTicks { get; set; }

    public string Address { get; set; } = "";

    /// <summary>The browser as it named itself.</summary>
    public string Client { get; set; } = "";

    /// <summary>Encrypted: what the provider gave to ask for the groups again.</summary>
    [Encrypted]
    public string? ProviderTokens { get; set; }
}
