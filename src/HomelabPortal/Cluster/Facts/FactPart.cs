namespace HomelabPortal.Cluster.Facts;

/// <summary>One piece of a fact.</summary>
/// <param name="Href">Where more is said of it.</param>
/// <param name="Title">What the text stands for, where it is short for something.</param>
/// <param name="IsCode">An identifier that one copies.</param>
public sealed record FactPart(string Text, string? Href = null, string? Title = null, bool IsCode = false)
{
    /// <summary>A moment, past or coming, that is shown as how far away it is.</summary>
    public DateTimeOffset? At { get; init; }

    public static FactPart Moment(DateTimeOffset at) => new("") { At = at };
}
