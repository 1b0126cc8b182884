namespace HomelabPortal.Checks.Keeping;

/// <summary>An outage of a check.</summary>
/// <param name="EndedAt">Null while it lasts.</param>
/// <param name="IsTold">Messages about it were made. False for what nobody was told: it was silenced, or no channel wants it.</param>
internal sealed record Incident(long Id, string CheckId, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Words, bool IsTold);
