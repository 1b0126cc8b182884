namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>What is remembered of a line that was shown: enough to know it again.</summary>
internal readonly record struct SeenLine(long UnixNanoseconds, ulong Hash);
