namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>What to do with lines that stood where others were expected.</summary>
internal enum MendOutcome
{
    /// <summary>They come next.</summary>
    Show,

    /// <summary>They may be of a run that was shown meanwhile: read again.</summary>
    ReadAgain,

    /// <summary>They are of another pod.</summary>
    Gone,
}
