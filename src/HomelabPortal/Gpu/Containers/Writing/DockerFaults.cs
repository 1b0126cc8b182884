using HomelabPortal.Docker;
using HomelabPortal.Gpu.Work.Masking;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>Pure: what a failed call to a Docker host means for the one who waits for it. Docker may repeat the command, so what looks secret in its words is hidden.</summary>
internal static class DockerFaults
{
    public static TargetFault Of(DockerApiException fault) => new(KindOf(fault), WishMask.Of(fault.Message));

    /// <summary>No clear answer came: it may have been carried out.</summary>
    public static bool IsUncertain(DockerApiException fault) => fault.Kind is DockerErrorKind.Unreachable or DockerErrorKind.InvalidAnswer;

    /// <summary>The daemon understood and said no: the same specification fails again, so it is not tried again by itself.</summary>
    public static bool IsAboutSpecification(DockerApiException fault) => fault.Kind is
        DockerErrorKind.StartFailed or DockerErrorKind.PortInUse or DockerErrorKind.CommandNotFound or DockerErrorKind.GpuDriverMissing
        or DockerErrorKind.CdiUnresolved or DockerErrorKind.GpuHookFailed or DockerErrorKind.GpuRequestInvalid or DockerErrorKind.InvalidRequest;

    /// <summary>Pulling it again changes nothing until a person does something.</summary>
    public static bool NeedsPerson(DockerApiException fault) => fault.Kind is
        DockerErrorKind.RegistryAuth or DockerErrorKind.RegistryNotFound or DockerErrorKind.DiskFull or DockerErrorKind.InvalidRequest or DockerErrorKind.NotFound;

    private static FaultKind KindOf(DockerApiException fault) => fault.Kind switch
    {
        DockerErrorKind.BadConnection or DockerErrorKind.TlsRejected or DockerErrorKind.AccessDenied or DockerErrorKind.VersionUnsupported => FaultKind.NeedsPerson,
        DockerErrorKind.RegistryLimit => FaultKind.Wait,
        _ => IsAboutSpecification(fault) || NeedsPerson(fault) ? FaultKind.NeedsPerson : FaultKind.Retry,
    };
}
