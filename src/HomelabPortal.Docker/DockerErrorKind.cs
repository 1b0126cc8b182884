namespace HomelabPortal.Docker;

/// <summary>What went wrong, as far as the caller has to tell cases apart.</summary>
public enum DockerErrorKind
{
    /// <summary>None of the kinds below; most often a fault inside the daemon.</summary>
    Other,

    /// <summary>The address or the certificate files cannot be used. Nothing was sent.</summary>
    BadConnection,

    /// <summary>No daemon there, or the connection broke. A write may or may not have been done.</summary>
    Unreachable,

    /// <summary>The two sides did not accept each other's certificates.</summary>
    TlsRejected,

    /// <summary>The socket's file permissions, a socket proxy or an authorisation plugin forbid it.</summary>
    AccessDenied,

    /// <summary>The daemon speaks no API version that this client speaks.</summary>
    VersionUnsupported,

    /// <summary>There is no such container.</summary>
    NotFound,

    /// <summary>The image of a new container is not on the host.</summary>
    ImageMissing,

    /// <summary>Another container has the name of a new one.</summary>
    NameConflict,

    /// <summary>The container is not in a state that allows it.</summary>
    WrongState,

    /// <summary>The daemon refused what was sent.</summary>
    InvalidRequest,

    /// <summary>The container could not be started: command, port, device or limit. It stays behind as created.</summary>
    StartFailed,

    /// <summary>The answer or stream was cut short or is not what the API describes.</summary>
    InvalidAnswer,
}
