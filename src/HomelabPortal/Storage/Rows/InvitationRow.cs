namespace HomelabPortal.Storage.Rows;

/// <summary>A one-time link by which a person makes an account, or gets back into one. The first one of all is the setup link.</summary>
internal sealed class InvitationRow
{
    /// <summary>SHA-256 of the link's secret, in hex.</summary>
    public required string Hash { get; set; }

    public required Role Role { get; set; }

    /// <summary>Set when the link lets its holder back into an existing account.</summary>
    public string? AccountId { get; set; }

    /// <summary>The name the inviting admin gave; null lets the person choose.</summary>
    public string? UserName { get; set; }

    public required string CreatedBy { get; set; }

    public required long CreatedAtTicks { get; set; }

    public required long ExpiresAtTicks { get; set; }

    public long? UsedAtTicks { get; set; }
}
