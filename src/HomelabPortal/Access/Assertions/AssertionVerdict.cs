namespace HomelabPortal.Access.Assertions;

/// <summary>What came of looking at an assertion. Only <see cref="Believed"/> lets anybody in.</summary>
internal abstract record AssertionVerdict
{
    private AssertionVerdict() { }

    internal sealed record Believed(AssertionClaims Claims) : AssertionVerdict;

    /// <param name="Why">For the log; never a part of the assertion itself.</param>
    internal sealed record Refused(string Why) : AssertionVerdict;

    /// <summary>The issuer's keys cannot be had now, so nothing can be said. It counts as a refusal.</summary>
    internal sealed record NoKeys(string Why) : AssertionVerdict;
}
