namespace HomelabPortal.Cluster.Acts.Doing;

/// <summary>What one look at the cluster says of an act that is under way.</summary>
/// <param name="Words">How it stands, or how it came out.</param>
internal sealed record Look(bool IsDone, string Words)
{
    public static Look Done(string words) => new(true, words);

    public static Look Waits(string words) => new(false, words);
}
