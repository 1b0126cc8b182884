using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Logins.Policies;

/// <summary>What a person has typed so far of a login policy. Reading it finds every fault at once.</summary>
public sealed class LoginPolicyForm
{
    public const string NameField = "name";
    public const string EmailsField = "emails";
    public const string DomainsField = "emailDomains";
    public const string SessionField = "sessionDuration";

    /// <summary>How long a login may hold, as Cloudflare writes it.</summary>
    public static ImmutableArray<string> Sessions { get; } = ["30m", "6h", "12h", "24h", "168h", "730h"];

    public string Name { get; set; } = "";

    /// <summary>One address on each line.</summary>
    public string Emails { get; set; } = "";

    /// <summary>One domain on each line.</summary>
    public string EmailDomains { get; set; } = "";

    public HashSet<string> Groups { get; init; } = [];

    public HashSet<string> ServiceTokens { get; init; } = [];

    public HashSet<string> IdentityProviders { get; init; } = [];

    public string Session { get; set; } = "24h";

    public static LoginPolicyForm Of(LoginPolicy policy) => new()
    {
        Name = policy.Name,
        Emails = string.Join('\n', policy.Emails),
        EmailDomains = string.Join('\n', policy.EmailDomains),
        Groups = [.. policy.Groups],
        ServiceTokens = [.. policy.ServiceTokens],
        IdentityProviders = [.. policy.IdentityProviders],
        Session = policy.SessionDuration,
    };

    /// <summary>Reads the form; the policy is null while anything is wrong.</summary>
    public (LoginPolicy? Policy, IReadOnlyDictionary<string, string> Faults) Read(string id)
    {
        var faults = new Dictionary<string, string>();
        if (LoginPolicyRules.FaultOfName(Name) is { } wrong)
            faults[NameField] = wrong;
        var emails = ReadLines(Emails, LoginPolicyRules.FaultOfEmail, EmailsField, faults);
        var domains = ReadLines(EmailDomains.Replace("@", "", StringComparison.Ordinal), LoginPolicyRules.FaultOfDomain, DomainsField, faults);
        if (!LoginPolicyRules.IsDuration(Session))
            faults[SessionField] = "Say how long as a number of minutes or hours, such as 30m or 24h.";
        if (emails.IsEmpty && domains.IsEmpty && Groups.Count == 0 && ServiceTokens.Count == 0 && faults.Count == 0)
            faults[EmailsField] = "Name at least one person, domain, group or service token; else nobody could pass.";
        if (faults.Count > 0)
            return (null, faults);
        return (new LoginPolicy
        {
            Id = id, Name = Name.Trim(), Emails = emails, EmailDomains = domains, Groups = Sorted(Groups), ServiceTokens = Sorted(ServiceTokens),
            IdentityProviders = Sorted(IdentityProviders), SessionDuration = Session,
        }, faults);
    }

    private static ImmutableArray<string> ReadLines(string text, Func<string, string?> faultOf, string field, Dictionary<string, string> faults)
    {
        var lines = text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.ToLowerInvariant()).Distinct(StringComparer.Ordinal).ToImmutableArray();
        if (lines.Select(faultOf).FirstOrDefault(fault => fault is not null) is { } wrong)
            faults[field] = wrong;
        return lines;
    }

    private static ImmutableArray<string> Sorted(HashSet<string> ids) => [.. ids.Order(StringComparer.Ordinal)];
}
