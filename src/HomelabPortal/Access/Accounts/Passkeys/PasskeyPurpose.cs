namespace HomelabPortal.Access.Accounts.Passkeys;

/// <summary>What a challenge was made for; it serves for nothing else.</summary>
internal enum PasskeyPurpose
{
    SignIn,
    Prove,
    Add,
}
