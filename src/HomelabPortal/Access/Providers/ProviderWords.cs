namespace HomelabPortal.Access.Providers;

/// <summary>Problems in words: what happened, what next.</summary>
internal static class ProviderWords
{
    public static string Title(ProviderProblem problem) => problem switch
    {
        ProviderProblem.NoAnswer => "No answer",
        ProviderProblem.NoGroup or ProviderProblem.Disabled => "No way in",
        _ => "That did not work",
    };

    public static string Of(ProviderProblem problem, string provider) => problem switch
    {
        ProviderProblem.NotBegun => $"The answer of {provider} does not belong to a sign-in that was begun here, or it was used already. Begin again.",
        ProviderProblem.NoAnswer => $"{provider} does not answer. Sign in with a passkey or your password, or try again when it is back.",
        ProviderProblem.Declined => $"{provider} did not let you in. Begin again, or sign in another way.",
        ProviderProblem.Strange => $"{provider} answered something the portal does not understand. The log says what.",
        ProviderProblem.NoGroup => $"{provider} knows you, but you are in none of the groups that may use this portal. Ask an admin.",
        ProviderProblem.Disabled => "This account was disabled. Ask an admin.",
        ProviderProblem.OtherPerson => $"At {provider} you are somebody else than here. Sign in there as yourself and try again.",
        ProviderProblem.NotFresh => $"{provider} did not ask you again who you are. Sign out there and try again, or confirm with a passkey.",
        ProviderProblem.LinkedElsewhere => $"This {provider} account already signs in to another account of the portal.",
        ProviderProblem.SignedOut => "You are not signed in any more, or it took too long. Sign in and try again.",
        _ => throw new ArgumentOutOfRangeException(nameof(problem)),
    };
}
