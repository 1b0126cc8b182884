namespace HomelabPortal.Docker;

/// <summary>A manifest in a registry.</summary>
/// <param name="Digest">Its digest.</param>
/// <param name="MediaType">Its kind.</param>
/// <param name="Size">Bytes of the manifest itself, not of the image.</param>
public sealed record RemoteDescriptor(string? Digest, string? MediaType, long Size);
