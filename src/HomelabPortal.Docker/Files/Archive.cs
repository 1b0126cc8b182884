using System.Formats.Tar;

namespace HomelabPortal.Docker;

/// <summary>Packs files into the tar that PUT /containers/{id}/archive takes.</summary>
internal static class Archive
{
    public static byte[] Pack(IReadOnlyList<ArchiveFile> files, DateTimeOffset now)
    {
        using var buffer = new MemoryStream();
        using (var tar = new TarWriter(buffer, TarEntryFormat.Pax, leaveOpen: true))
        {
            foreach (var file in files)
            {
                if (!IsInside(file.Name))
                    throw new ArgumentException($"\"{file.Name}\" is not the name of a file below a folder.", nameof(files));
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, file.Name)
                {
                    Mode = file.Mode,
                    Uid = file.UserId,
                    Gid = file.GroupId,
                    ModificationTime = now,
                    DataStream = new MemoryStream(file.Content.ToArray()),
                });
            }
        }
        return buffer.ToArray();
    }

    private static bool IsInside(string name) =>
        name.Length > 0 && !name.Contains('\0') && name.Split('/').All(part => part is not ("" or "." or ".."));
}
