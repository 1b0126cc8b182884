namespace HomelabPortal.Access.SignIn;

/// <summary>The body of a proof by password.</summary>
internal sealed record ProofBody(string? Password)
{
    /// <summary>The password stays out of logs, also when the record is printed.</summary>
    public override string ToString() => "a password";
}
