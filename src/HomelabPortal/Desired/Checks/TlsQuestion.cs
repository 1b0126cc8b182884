namespace HomelabPortal.Desired.Checks;

/// <summary>The certificate is for the name, and still holds for a while.</summary>
/// <param name="Days">Fewer than so many days left are a failure.</param>
public sealed record TlsQuestion(string Host, int Port = 443, int Days = 14) : CheckQuestion
{
    /// <summary>The name that is asked for where the host is an address or another name; null for the host.</summary>
    public string? ServerName { get; init; }

    public override string Target => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
