namespace HomelabPortal.Gpu.Containers.Compiling;

/// <summary>How a Docker host hands GPUs to containers.</summary>
internal enum GpuAttachment
{
    /// <summary>The toolkit's hook beside the daemon: what <c>--gpus</c> asks for.</summary>
    DeviceRequest,

    /// <summary>Devices that the host describes by the Container Device Interface.</summary>
    Cdi,

    /// <summary>A runtime called nvidia that reads a variable.</summary>
    Runtime,
}
