using HomelabPortal.Checks.Keeping;

namespace HomelabPortal.Checks.Api;

/// <summary>An outage of a check.</summary>
/// <param name="EndedAt">Null while it lasts.</param>
/// <param name="IsTold">False when nobody was told: it was silenced, or no channel wants it.</param>
internal sealed record IncidentResource(long Id, DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string Words, bool IsTold)
{
    public static IncidentResource Of(Incident incident) => new(incident.Id, incident.StartedAt, incident.EndedAt, incident.Words, incident.IsTold);
}
