namespace HomelabPortal.Cluster.Logs.Reading;

/// <summary>How grave a line says it is.</summary>
internal enum LogLevel
{
    Unknown,
    Debug,
    Information,
    Warning,
    Error,
}
