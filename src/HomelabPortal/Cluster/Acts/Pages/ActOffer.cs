namespace HomelabPortal.Cluster.Acts.Pages;

/// <summary>A button for an act on the object of a page.</summary>
/// <param name="Wish">What it begins with; null for what has a page of its own.</param>
/// <param name="WhyNot">Why it is not to be had by anyone now; null while it is.</param>
public sealed record ActOffer(ActWish? Wish, string Text, string Icon, string? WhyNot = null)
{
    /// <summary>The page of the act.</summary>
    public string? Href { get; init; }

    public bool IsDangerous { get; init; }

    /// <summary>One letter that presses it from the keyboard.</summary>
    public string? Key { get; init; }
}
