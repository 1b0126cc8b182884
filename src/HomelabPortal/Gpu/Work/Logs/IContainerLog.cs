using HomelabPortal.Docker;

namespace HomelabPortal.Gpu.Work.Logs;

/// <summary>One container of a Docker host, as its log is read: the real one, or a script of a test.</summary>
internal interface IContainerLog
{
    /// <summary>How it stands now; null when it is there no more.</summary>
    Task<ContainerStand?> LookAsync(CancellationToken cancellationToken);

    IAsyncEnumerable<LogLine> ReadAsync(LogOptions options, CancellationToken cancellationToken);

    /// <summary>Until something about it may have changed.</summary>
    Task WaitForChangeAsync(CancellationToken cancellationToken);

    /// <summary>A line without the secrets that are known of.</summary>
    string Masked(string text);
}
