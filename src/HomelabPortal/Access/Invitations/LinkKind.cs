namespace HomelabPortal.Access.Invitations;

internal enum LinkKind
{
    /// <summary>Makes the first admin of a portal that has none.</summary>
    Setup,

    /// <summary>Makes an account with the role that the inviting admin chose.</summary>
    Invitation,

    /// <summary>Lets the owner of an account choose a new password.</summary>
    WayBack,
}
