namespace HomelabPortal.Storage.Rows;

/// <summary>A key for a program. The token itself is shown once and never stored.</summary>
internal sealed class ApiTokenRow
{
    public required string Id { get; set; }

    public required string AccountId { get; set; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the token, in hex.</summary>
    public required string Hash { get; set; }

    public required string LastFour { get; set; }

    /// <summary>JSON array of scopes.</summary>
    public required string Scopes { get; set; }

    public required long CreatedAtTicks { get; set; }

    public required long ExpiresAtTicks { get; set; }

    public long? RevokedAtTicks { get; set; }

    public long? LastUsedAtTicks { get; set; }

    public string? LastUsedAddress { get; set; }
}
