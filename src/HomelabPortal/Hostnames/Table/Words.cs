namespace HomelabPortal.Hostnames.Table;

/// <summary>Lists as a sentence says them.</summary>
internal static class Words
{
    private const int Most = 3;

    /// <summary>"a.example.org, b.example.org and 12 more"; "no name" of none.</summary>
    public static string Names(IReadOnlyList<string> names) => names switch
    {
        [] => "no name",
        [var only] => only,
        { Count: <= Most } => $"{string.Join(", ", names.Take(names.Count - 1))} and {names[^1]}",
        _ => $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more",
    };
}
