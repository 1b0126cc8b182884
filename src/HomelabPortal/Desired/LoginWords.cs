namespace HomelabPortal.Desired;

/// <summary>Pure: whom a login policy lets pass, in a sentence.</summary>
internal static class LoginWords
{
    private const int Shown = 3;

    public static string Who(LoginPolicy policy)
    {
        var who = policy.Emails.Concat(policy.EmailDomains.Select(domain => $"everybody at {domain}")).ToList();
        if (!policy.Groups.IsEmpty)
            who.Add(policy.Groups.Length == 1 ? "one group" : $"{policy.Groups.Length} groups");
        if (!policy.ServiceTokens.IsEmpty)
            who.Add(policy.ServiceTokens.Length == 1 ? "one program" : $"{policy.ServiceTokens.Length} programs");
        return who.Count switch
        {
            0 => "Nobody yet",
            <= Shown => string.Join(", ", who),
            _ => $"{string.Join(", ", who.Take(Shown))} and {who.Count - Shown} more",
        };
    }
}
