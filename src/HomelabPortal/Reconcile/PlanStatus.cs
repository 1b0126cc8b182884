namespace HomelabPortal.Reconcile;

/// <summary>How an apply ended, as stored and shown.</summary>
internal static class PlanStatus
{
    public const string Running = "running";
    public const string Done = "done";
    public const string Partly = "partly";
    public const string Failed = "failed";
    public const string Interrupted = "interrupted";
}
