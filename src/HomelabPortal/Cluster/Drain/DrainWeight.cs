namespace HomelabPortal.Cluster.Drain;

/// <summary>How much a finding weighs, the worst first.</summary>
public enum DrainWeight
{
    /// <summary>Data or a program is gone for good, or may be.</summary>
    Loss,

    /// <summary>The drain will wait, perhaps for ever.</summary>
    Holds,

    /// <summary>Something is away for a while.</summary>
    Interrupts,

    /// <summary>It cannot be seen whether there is harm.</summary>
    Unknown,
}
