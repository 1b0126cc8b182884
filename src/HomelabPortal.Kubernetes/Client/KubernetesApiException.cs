namespace HomelabPortal.Kubernetes;

/// <summary>A call to the Kubernetes API that failed. The message says what was tried and what the server said; it never holds credentials.</summary>
public sealed class KubernetesApiException : Exception
{
    public KubernetesApiException(KubernetesErrorKind kind, string message, Exception? innerException = null)
        : base(message, innerException) => Kind = kind;

    public KubernetesErrorKind Kind { get; }

    /// <summary>The HTTP status, or the code of an error inside a watch; null when there was no answer.</summary>
    public int? StatusCode { get; init; }

    /// <summary>The server's own words, when it sent a Status.</summary>
    public Status? Status { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Fields of an apply that another manager owns; empty for other failures.</summary>
    public IReadOnlyList<FieldConflict> FieldConflicts => Kind == KubernetesErrorKind.Conflict ? FieldConflict.From(Status) : [];

    /// <summary>True when the same call may succeed later without anyone changing anything.</summary>
    public bool IsTransient => Kind is KubernetesErrorKind.Unreachable or KubernetesErrorKind.Timeout or KubernetesErrorKind.TooManyRequests
        or KubernetesErrorKind.Unavailable or KubernetesErrorKind.ResourceVersionTooLarge or KubernetesErrorKind.Expired;
}
