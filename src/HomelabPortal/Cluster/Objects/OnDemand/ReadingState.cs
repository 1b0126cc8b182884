namespace HomelabPortal.Cluster.Objects.OnDemand;

/// <summary>What came of looking at the cluster because somebody asked.</summary>
public enum ReadingState
{
    Found,

    /// <summary>There is no such object.</summary>
    NotFound,

    /// <summary>The cluster does not serve the kind.</summary>
    NotInstalled,

    /// <summary>The portal's account in the cluster may not.</summary>
    Forbidden,

    /// <summary>The person may not.</summary>
    Refused,

    /// <summary>No answer, or none in time.</summary>
    Unreachable,

    TooLarge,

    /// <summary>No cluster is set up.</summary>
    NotConnected,
}
