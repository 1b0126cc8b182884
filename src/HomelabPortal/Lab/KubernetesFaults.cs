using HomelabPortal.Kubernetes;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Lab;

/// <summary>What a failed call to Kubernetes means for the one who waits for it.</summary>
internal static class KubernetesFaults
{
    public static TargetFault Of(KubernetesApiException fault) => new(KindOf(fault), Message(fault), fault.RetryAfter);

    public static TargetException Exception(KubernetesApiException fault) => new(Of(fault), fault);

    /// <summary>No clear answer came: the write may have been carried out.</summary>
    public static bool IsUncertain(KubernetesApiException fault) =>
        fault.Kind is KubernetesErrorKind.Unreachable or KubernetesErrorKind.Timeout or KubernetesErrorKind.Unavailable or KubernetesErrorKind.BadResponse;

    private static FaultKind KindOf(KubernetesApiException fault) => fault.Kind switch
    {
        KubernetesErrorKind.Unauthorized or KubernetesErrorKind.Forbidden or KubernetesErrorKind.NotInstalled or KubernetesErrorKind.Invalid => FaultKind.NeedsPerson,
        KubernetesErrorKind.Conflict when fault.FieldConflicts.Count > 0 => FaultKind.NeedsPerson,
        KubernetesErrorKind.TooManyRequests => FaultKind.Wait,
        _ => FaultKind.Retry,
    };

    private static string Message(KubernetesApiException fault)
    {
        if (fault.FieldConflicts.Count == 0)
            return fault.Message;
        var fields = string.Join(", ", fault.FieldConflicts.Select(conflict => $"{conflict.Field} belongs to {conflict.Manager}"));
        return $"Kubernetes refused the change: {fields}. Take the change back there, or delete the object, and it is made again.";
    }
}
