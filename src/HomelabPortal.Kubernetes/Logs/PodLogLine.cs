namespace HomelabPortal.Kubernetes;

/// <summary>One line of a container's log.</summary>
public sealed record PodLogLine
{
    /// <summary>When the container runtime took it; null for what the kubelet itself put in, such as that the file cannot be read.</summary>
    public LogTime? Time { get; init; }

    /// <summary>Without its line end. Bytes that are not UTF-8 are U+FFFD; everything else is as the program wrote it.</summary>
    public required string Text { get; init; }

    /// <summary>The length in bytes as written; more than the text has when the line was too long and was cut.</summary>
    public long Length { get; init; }

    public bool IsCut { get; init; }

    /// <summary>False for what came after the last line end, when the stream ended.</summary>
    public bool IsWhole { get; init; } = true;

    /// <summary>Tells lines apart by time and by every byte, also those that were cut.</summary>
    public ulong Hash { get; init; }
}
