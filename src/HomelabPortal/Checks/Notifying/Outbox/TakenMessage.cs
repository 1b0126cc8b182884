namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>A message that a service has taken.</summary>
/// <param name="Refused">Who of several did not get it, in words; null when all did.</param>
internal sealed record TakenMessage(DateTimeOffset At, string? Refused);
