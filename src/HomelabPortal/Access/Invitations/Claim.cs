using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Access.Invitations;

/// <summary>What came of using a link: an account, or why not.</summary>
/// <param name="NameFault">What is wrong with the name; the link is still good.</param>
internal sealed record Claim(Account? Account, string? NameFault = null)
{
    /// <summary>The link was used, replaced, taken back, or has expired.</summary>
    public static Claim Gone { get; } = new(null, null);

    public bool IsGone => Account is null && NameFault is null;
}
