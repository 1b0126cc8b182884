using HomelabPortal.Platform;

namespace HomelabPortal.Ui.State;

/// <summary>What a card or table must know of its source to be honest about what it shows.</summary>
/// <param name="IsLoading">True until the source has answered once.</param>
/// <param name="AsOf">When the data was last confirmed.</param>
/// <param name="Fault">Why the source cannot be read now; null while it can.</param>
public sealed record Freshness(bool IsLoading, DateTimeOffset? AsOf, string? Fault)
{
    /// <summary>Data that needs no source, such as rows of our own database.</summary>
    public static Freshness Current { get; } = new(false, null, null);

    public static Freshness Of<T>(LiveValue<T> live)
        where T : class => new(live.IsLoading, live.AsOf, live.Fault);
}
