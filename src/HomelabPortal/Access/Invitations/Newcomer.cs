namespace HomelabPortal.Access.Invitations;

/// <summary>How the holder of a link wants to sign in from now on.</summary>
/// <param name="PasswordHash">Hashed before the writer's turn, which it would hold up.</param>
internal sealed record Newcomer(string Name, string PasswordHash)
{
    public override string ToString() => Name;
}
