namespace HomelabPortal.Cluster.Logs.Following;

/// <summary>What to do after one step of following.</summary>
internal enum FollowStep
{
    /// <summary>Look again after a pause that grows while nothing new comes.</summary>
    Later,

    /// <summary>Look again when the pod changes.</summary>
    AtChange,

    Done,
}
