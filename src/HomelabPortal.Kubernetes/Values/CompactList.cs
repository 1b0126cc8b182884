namespace HomelabPortal.Kubernetes;

/// <summary>Turns what the JSON reader built into the smallest list that holds it; null, which servers send for "none", becomes empty.</summary>
internal static class CompactList
{
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T>? values) => values switch
    {
        null or { Count: 0 } => [],
        List<T> list => list.ToArray(),
        _ => values,
    };
}
