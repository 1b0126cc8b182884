namespace HomelabPortal.Ui.Acts;

/// <summary>Why something cannot be done now and, where there is such a page, the way out.</summary>
/// <param name="Why">In whole sentences.</param>
/// <param name="Href">Where it is mended; null when the words say all.</param>
/// <param name="Way">The words of that link.</param>
public sealed record Reason(string Why, string? Href = null, string Way = "Mend it")
{
    public static implicit operator Reason?(string? why) => FromString(why);

    public static Reason? FromString(string? why) => why is null ? null : new Reason(why);
}
