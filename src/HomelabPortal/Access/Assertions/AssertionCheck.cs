namespace HomelabPortal.Access.Assertions;

/// <summary>Looks at assertions of one issuer for one audience.</summary>
internal sealed class AssertionCheck(AssertionRules rules, KeySetCache keys, TimeProvider time)
{
    /// <summary>Never throws for what the text is, whatever it is.</summary>
    public async Task<AssertionVerdict> LookAsync(string text, CancellationToken cancellationToken)
    {
        if (AssertionParser.Parse(text) is not { } assertion)
            return new AssertionVerdict.Refused("it is not an assertion of a known form");
        if (AssertionDecision.WhyNot(assertion.Claims, rules, time.GetUtcNow()) is { } unfit)
            return new AssertionVerdict.Refused(unfit);
        try
        {
            var key = await keys.FindAsync(assertion.KeyId, cancellationToken);
            return AssertionDecision.WhyNot(assertion, key) is { } unproved
                ? new AssertionVerdict.Refused(unproved)
                : new AssertionVerdict.Believed(assertion.Claims);
        }
        catch (HttpRequestException fault)
        {
            return new AssertionVerdict.NoKeys(fault.Message);
        }
    }
}
