namespace HomelabPortal.Gpu.Servers;

/// <summary>What is known of whoever answers at a place.</summary>
/// <param name="Title">What a server without a login of its own is called; null when none is known to be there.</param>
/// <param name="Unseen">Why nobody can tell what is there; null when it was seen.</param>
internal sealed record ServerSight(string? Title, string? Unseen = null)
{
    private const string NamelessTitle = "a server from an image without a name";

    public static ServerSight Harmless { get; } = new(null, null);

    /// <summary>Made from an image that has no name: it may be any server.</summary>
    public static ServerSight Nameless { get; } = new(NamelessTitle);

    /// <summary>What it lacks, as the beginning of a sentence; null when nothing is known against it.</summary>
    public string? Lack => Title switch
    {
        null => null,
        NamelessTitle => "What runs there was made from an image without a name, so whether it has a login of its own is unknown",
        _ => $"{Title} has no login of its own",
    };

    /// <summary>The worse of two: what is known to be open, then what cannot be seen.</summary>
    public ServerSight Or(ServerSight other) => Title is not null ? this : other.Title is not null ? other : Unseen is not null ? this : other;

    public static ServerSight Worst(IEnumerable<ServerSight> all) => all.Aggregate(Harmless, (worst, next) => worst.Or(next));
}
