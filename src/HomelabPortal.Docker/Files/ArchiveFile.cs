namespace HomelabPortal.Docker;

/// <summary>A file to put into a container. Its text form does not show the content.</summary>
/// <param name="Name">Path below the folder it is put into, with forward slashes and without <c>..</c>.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Mode">Its permissions.</param>
/// <param name="UserId">Owner inside the container.</param>
/// <param name="GroupId">Group inside the container.</param>
public sealed record ArchiveFile(string Name, ReadOnlyMemory<byte> Content, UnixFileMode Mode, int UserId = 0, int GroupId = 0)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name} ({Content.Length} bytes)";
}
