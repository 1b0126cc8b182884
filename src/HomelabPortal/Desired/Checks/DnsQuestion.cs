namespace HomelabPortal.Desired.Checks;

/// <summary>A name has an answer.</summary>
/// <param name="Type">A, AAAA, CNAME, TXT, MX, NS, SRV, PTR or SOA.</param>
/// <param name="Server">Address of the resolver that is asked; null for the one of the portal's machine.</param>
/// <param name="Expected">What one of the answers must be; null when any will do.</param>
public sealed record DnsQuestion(string Name, string Type = "A", string? Server = null, string? Expected = null) : CheckQuestion
{
    public override string Target => Server is null ? $"{Type} {Name}" : $"{Type} {Name} @{Server}";
}
