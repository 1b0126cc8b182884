namespace HomelabPortal.Kubernetes;

/// <summary>What went wrong, in the terms a caller decides by.</summary>
public enum KubernetesErrorKind
{
    /// <summary>No answer: connection refused, broken, or TLS not agreed. A write may or may not have happened.</summary>
    Unreachable,

    /// <summary>The answer did not come within the time of the call. A write may or may not have happened.</summary>
    Timeout,

    /// <summary>401: the server does not accept the credentials.</summary>
    Unauthorized,

    /// <summary>403: the credentials are good but not allowed to do this.</summary>
    Forbidden,

    /// <summary>404 of one object.</summary>
    NotFound,

    /// <summary>The server does not serve this kind: its custom resource definition or aggregated API is missing.</summary>
    NotInstalled,

    /// <summary>409: field ownership, a precondition or a concurrent change; see <see cref="KubernetesApiException.FieldConflicts"/>.</summary>
    Conflict,

    /// <summary>409: the object is there already.</summary>
    AlreadyExists,

    /// <summary>400, 415 or 422: the request is wrong and will stay so.</summary>
    Invalid,

    /// <summary>410: the resource version or the continue token is too old; list anew.</summary>
    Expired,

    /// <summary>The server has not yet seen the resource version asked for; list with none.</summary>
    ResourceVersionTooLarge,

    /// <summary>429: wait, at least <see cref="KubernetesApiException.RetryAfter"/>.</summary>
    TooManyRequests,

    /// <summary>5xx: the server, or something behind it, cannot answer now.</summary>
    Unavailable,

    /// <summary>The answer is not what the API document promises.</summary>
    BadResponse,
}
