namespace HomelabPortal.Gpu.Containers.Api;

/// <summary>An image on its way to the host.</summary>
/// <param name="TotalBytes">0 while it is not known yet.</param>
/// <param name="Fault">Why it did not come; null while it goes on.</param>
internal sealed record PullResource(string Image, long DoneBytes, long TotalBytes, string? Fault);
