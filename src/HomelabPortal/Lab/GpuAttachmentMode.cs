namespace HomelabPortal.Lab;

/// <summary>How a container is given a GPU on a host.</summary>
public enum GpuAttachmentMode
{
    /// <summary>The engine gives out no GPU.</summary>
    None,

    /// <summary>By the name of a CDI device, such as <c>nvidia.com/gpu=0</c>.</summary>
    Cdi,

    /// <summary>By a device request, as <c>--gpus</c> makes it.</summary>
    DeviceRequest,

    /// <summary>By the runtime <c>nvidia</c> and an environment variable.</summary>
    Runtime,
}
