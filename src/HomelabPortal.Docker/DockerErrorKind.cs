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

    /// <summary>There is no such container, image, volume or command.</summary>
    NotFound,

    /// <summary>The image of a new container is not on the host.</summary>
    ImageMissing,

    /// <summary>Another container has the name of a new one.</summary>
    NameConflict,

    /// <summary>The container is not in a state that allows it.</summary>
    WrongState,

    /// <summary>The daemon refused what was sent.</summary>
    InvalidRequest,

    /// <summary>The container could not be started, for none of the reasons below. As with those, it stays behind as created.</summary>
    StartFailed,

    /// <summary>A port of the host that the container publishes is taken.</summary>
    PortInUse,

    /// <summary>The container's program is not in its image or cannot be executed.</summary>
    CommandNotFound,

    /// <summary>The daemon has no driver for the devices asked for: the NVIDIA container toolkit is missing, or CDI is off.</summary>
    GpuDriverMissing,

    /// <summary>The daemon knows no CDI device of the name asked for.</summary>
    CdiUnresolved,

    /// <summary>The toolkit was run and failed, most often because the driver of the host is not loaded.</summary>
    GpuHookFailed,

    /// <summary>The request for devices contradicts itself.</summary>
    GpuRequestInvalid,

    /// <summary>The registry wants other credentials, or any.</summary>
    RegistryAuth,

    /// <summary>The registry has no such image or tag.</summary>
    RegistryNotFound,

    /// <summary>The registry has had too many requests from here for now.</summary>
    RegistryLimit,

    /// <summary>The daemon could not reach the registry.</summary>
    RegistryUnreachable,

    /// <summary>The host's disk is full.</summary>
    DiskFull,

    /// <summary>The answer or stream was cut short or is not what the API describes.</summary>
    InvalidAnswer,
}
