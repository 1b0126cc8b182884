namespace HomelabPortal.Desired.Checks;

/// <summary>A connection is taken.</summary>
public sealed record TcpQuestion(string Host, int Port) : CheckQuestion
{
    public override string Target => Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]:{Port}" : $"{Host}:{Port}";
}
