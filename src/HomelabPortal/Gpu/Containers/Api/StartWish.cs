namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>How to start a container.</summary>
/// <param name="Anyway">Also when it does not fit on the GPU beside what runs there.</param>
internal sealed record StartWish(bool? Anyway = null);
