namespace HomelabPortal.Desired.Checks;

/// <summary>An echo comes back.</summary>
public sealed record PingQuestion(string Host) : CheckQuestion
{
    public override string Target => Host;
}
