namespace HomelabPortal.Cluster.Metrics.Reading;

/// <summary>A packed chunk as it comes from the database.</summary>
internal sealed record StoredChunk(int StepMinutes, long StartMinute, byte[] Data);
