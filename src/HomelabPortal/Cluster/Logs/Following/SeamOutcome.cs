namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>What a line of a resumed log turned out to be.</summary>
internal enum SeamOutcome
{
    /// <summary>Shown before, or not decided yet: nothing to show.</summary>
    Seen,

    /// <summary>Follows on what was shown.</summary>
    New,

    /// <summary>The log does not hold what was shown last, so nobody can say what came between.</summary>
    Broken,
}
