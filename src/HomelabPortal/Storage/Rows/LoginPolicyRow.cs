namespace HomelabPortal.Storage.Rows;

internal sealed class LoginPolicyRow
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The policy as JSON: its lists are never searched.</summary>
    public required string Document { get; set; }
}
