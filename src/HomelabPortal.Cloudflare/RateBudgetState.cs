namespace HomelabPortal.Cloudflare;

/// <summary>How much of the rate budget is left.</summary>
/// <param name="Available">Calls that can be made at once.</param>
/// <param name="Capacity">Calls of a full budget.</param>
/// <param name="PausedUntil">Set while Cloudflare has told us to wait; until then every call fails at once.</param>
public sealed record RateBudgetState(int Available, int Capacity, DateTimeOffset? PausedUntil);
