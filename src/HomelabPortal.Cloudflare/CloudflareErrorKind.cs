namespace HomelabPortal.Cloudflare;

/// <summary>What went wrong, as far as the caller has to tell cases apart.</summary>
public enum CloudflareErrorKind
{
    /// <summary>None of the kinds below.</summary>
    Other,

    /// <summary>The token is malformed, unknown, expired, disabled or not accepted from this address.</summary>
    Unauthorized,

    /// <summary>The token is good but lacks the permission named in <see cref="CloudflareApiException.MissingPermission"/>.</summary>
    MissingPermission,

    /// <summary>The object does not exist, or the zone or account ID in the address is wrong.</summary>
    NotFound,

    /// <summary>A record of that name stands in the way (81053, 81057, 81058). Read the name again before deciding.</summary>
    RecordConflict,

    /// <summary>Cloudflare refused the content sent. The error chain says why.</summary>
    Validation,

    /// <summary>Too many calls. <see cref="CloudflareApiException.RetryAfter"/> says how long to wait.</summary>
    RateLimited,

    /// <summary>Cloudflare answered, but with a server fault or an incomplete answer. Try again later.</summary>
    Unavailable,

    /// <summary>No answer: DNS, connection, TLS or time-out. A write may or may not have been done.</summary>
    Unreachable,

    /// <summary>The tunnel configuration was refused (1056), most often because the last rule does not match everything.</summary>
    BadConfiguration,

    /// <summary>Something of that name exists already (1013).</summary>
    NameTaken,

    /// <summary>The tunnel still has connectors (1022): stop them, clean up their connections, then try again.</summary>
    InUse,

    /// <summary>The account has not set up the product that was asked for, such as Zero Trust (9999).</summary>
    NotEnabled,
}
