namespace HomelabPortal.Checks.Api;

/// <summary>One step of a check's history. Null where it was not known.</summary>
/// <param name="Uptime">From 0 to 1 of the time that is known.</param>
/// <param name="KnownSeconds">How much of the step is known.</param>
internal sealed record CheckPointResource(DateTimeOffset At, double? Uptime, double KnownSeconds, int Tries, int Fails, double? LatencyMs, double? LeastLatencyMs, double? MostLatencyMs);
