namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>The names of everything that can be found about address pools. They are part of the API and do not change.</summary>
internal static class PoolCodes
{
    public const string Exhausted = "pool.exhausted";
    public const string NearlyExhausted = "pool.nearlyexhausted";
    public const string Overlap = "pool.overlap";
    public const string Unreadable = "pool.unreadable";
    public const string Unadvertised = "pool.unadvertised";
    public const string Unannounced = "address.unannounced";
    public const string AnnouncerDown = "address.announcerdown";
}
