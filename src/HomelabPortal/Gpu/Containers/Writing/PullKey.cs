namespace HomelabPortal.Gpu.Containers.Writing;

/// <summary>One image on one host.</summary>
internal readonly record struct PullKey(string Host, string Image);
