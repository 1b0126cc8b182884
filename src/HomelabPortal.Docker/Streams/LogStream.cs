namespace HomelabPortal.Docker;

/// <summary>Where a log line was printed.</summary>
public enum LogStream
{
    /// <summary>Standard output; everything, when the container has a terminal.</summary>
    Output,

    /// <summary>Standard error.</summary>
    Error,
}
