namespace HomelabPortal.Simulator.Kubernetes.Apply;

/// <summary>How the elements of a list are owned.</summary>
internal enum ListKind
{
    /// <summary>The list as a whole has one owner.</summary>
    Atomic,

    /// <summary>Each value has its owners.</summary>
    Set,

    /// <summary>Each element is found by its keys and has owners field by field.</summary>
    Map,
}
