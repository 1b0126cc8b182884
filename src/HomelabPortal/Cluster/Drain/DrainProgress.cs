namespace HomelabPortal.Cluster.Drain;

/// <summary>How far a drain is.</summary>
/// <param name="Total">Pods that had to go, of all that were seen.</param>
/// <param name="Left">Pods still there.</param>
/// <param name="Waiting">What it waits for, in words; null while pods simply end.</param>
internal sealed record DrainProgress(int Total, int Left, string? Waiting)
{
    public string Words => Left == 0 ? $"{Total} of {Total} pods gone." : $"{Total - Left} of {Total} pods gone. {Waiting ?? "The others are ending."}";
}
