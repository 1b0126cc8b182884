namespace HomelabPortal.Access.Invitations;

/// <summary>What to tell the holder of a link, at the field it belongs to; all null when they are in.</summary>
internal sealed record JoinResult(string? NameFault = null, string? PasswordFault = null, bool IsGone = false)
{
    public bool Succeeded => NameFault is null && PasswordFault is null && !IsGone;
}
