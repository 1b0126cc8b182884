using HomelabPortal.Desired;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Servers;

namespace HomelabPortal.Exposures.Backing;

/// <summary>Pure: the address behind a container, as it is now. Where it cannot be reached any more the last one stays, and the exposure says so: what is not there now is no reason to take a name away.</summary>
internal static class BackendAddress
{
    public static AddressBackend Of(ContainerBackend backend, DesiredState desired, DockerState docker)
    {
        var place = ContainerPlace.Of(backend, desired, docker);
        return place.Address is { } address ? new AddressBackend(address, place.Port, backend.Scheme) : new AddressBackend(backend.Address, backend.HostPort, backend.Scheme);
    }
}
