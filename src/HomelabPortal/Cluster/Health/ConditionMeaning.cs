using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Health;

/// <summary>Which way a condition is good news.</summary>
internal static class ConditionMeaning
{
    /// <summary>Conditions that report a trouble or a passing work, so that false is the good news; all others are good when true.</summary>
    private static readonly HashSet<string> _goodWhenFalse =
    [
        "NetworkUnavailable", "ReplicaFailure", "Failed", "FailureTarget", "Suspended", "DisruptionTarget",
        "Restore", "TooManySnapshots", "WaitForBackingImage", "Unavailable", "Resizing", "FileSystemResizePending", "ModifyVolumeError",
    ];

    public static bool IsGood(Condition condition) => condition.Status == (IsGoodWhenFalse(condition.Type) ? "False" : "True");

    public static HealthState Judge(Condition condition) =>
        IsGood(condition) ? HealthState.Healthy : condition.Status is "True" or "False" ? HealthState.Degraded : HealthState.Unknown;

    private static bool IsGoodWhenFalse(string type) => type.EndsWith("Pressure", StringComparison.Ordinal) || _goodWhenFalse.Contains(type);
}
