namespace HomelabPortal.Platform;

/// <summary>A snapshot with its freshness. Unknown is not empty: <see cref="AsOf"/> is null until the first good look.</summary>
/// <param name="Value">The last good snapshot, kept when its source fails.</param>
/// <param name="AsOf">When the source last confirmed the value, or null when it never has.</param>
/// <param name="Fault">Why the source cannot be read now, in words for a person; null while it can.</param>
public sealed record LiveValue<T>(T Value, DateTimeOffset? AsOf, string? Fault)
    where T : class
{
    /// <summary>True until the source has answered once, well or badly.</summary>
    public bool IsLoading => AsOf is null && Fault is null;

    /// <summary>True while the value is what the source says now.</summary>
    public bool IsCurrent => AsOf is not null && Fault is null;
}
