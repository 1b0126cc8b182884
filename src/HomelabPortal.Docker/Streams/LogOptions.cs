namespace HomelabPortal.Docker;

/// <summary>Which part of a log to read.</summary>
public sealed record LogOptions
{
    /// <summary>Keep reading new lines until cancelled or the container ends.</summary>
    public bool Follow { get; init; }

    /// <summary>Lines from this time on, itself included: after a break, pass the last timestamp and skip lines already seen.</summary>
    public DateTimeOffset? Since { get; init; }

    /// <summary>Lines up to this time.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Only so many of the last lines.</summary>
    public int? Tail { get; init; }

    /// <summary>Ask for timestamps.</summary>
    public bool Timestamps { get; init; } = true;
}
