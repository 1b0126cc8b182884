namespace HomelabPortal.Checks.Keeping;

/// <summary>An outage that has not ended.</summary>
internal sealed record OpenIncident(long Id, string CheckId, DateTimeOffset StartedAt);
