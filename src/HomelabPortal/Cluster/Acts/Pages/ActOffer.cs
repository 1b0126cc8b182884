namespace HomelabPortal.Cluster.Acts.Pages;

/// <summary>A button for an act on the object of a page.</summary>
/// <param name="Wish">What it begins with; null for what has a page of its own.</param>
/// <param name="WhyNot">Why it is not to be had by anyone now; null while it is.</param>
public sealed record ActOffer(ActWish? Wish, string Text, string Icon, string? WhyNot = null)
{
    /// <summary>The page of the act.</summary>
    public string? Href { get; init; }

    public bool IsDangerous { get; init; }

    /// <summary>The word by which an address asks for it, as in <c>?ask=restart</c>; null where it has a page of its own.</summary>
    public string? Word => Wish switch
    {
        ActWish.Restart => "restart",
        ActWish.Scale => "scale",
        ActWish.RollBack => "roll-back",
        ActWish.RunCronJob => "run",
        ActWish.SuspendCronJob { Suspend: true } => "suspend",
        ActWish.SuspendCronJob => "resume",
        ActWish.EvictPod => "evict",
        ActWish.DeletePod => "delete",
        ActWish.CordonNode { Cordon: true } => "cordon",
        ActWish.CordonNode => "uncordon",
        _ => null,
    };
}
