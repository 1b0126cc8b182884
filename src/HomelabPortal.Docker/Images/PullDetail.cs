namespace HomelabPortal.Docker;

/// <summary>Counters of a report; from API 1.48 on also in other units than bytes, which then have no total.</summary>
internal sealed record PullDetail(long? Current, long? Total);
