namespace HomelabPortal.Access.Authority;

/// <summary>Everything a person or program can ask of the portal. <see cref="ActTable"/> says who may.</summary>
public enum Act
{
    SeeLab,
    SeeAudit,
    SeeUsers,
    LookAgain,
    ExposeInHouse,
    RemoveExposure,
    Publish,
    EditRecords,
    ChangePolicy,
    ConfirmDeletes,
    ChangeOwnSignIn,
    EndOwnSession,
    EndAnySession,
    MakeToken,
    RevokeOwnToken,
    RevokeAnyToken,
    ManageUsers,
    BackUp,
    ChangeRetention,
}
