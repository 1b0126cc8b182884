using System.Formats.Tar;
using System.Text;
using HomelabPortal.Testing;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>The file tree of a small image, made from the static busybox of this machine: nothing is pulled.</summary>
internal static class BusyboxImage
{
    public const string BusyboxPath = "/bin/busybox";

    public static async Task<byte[]> CreateTarAsync(CancellationToken cancellationToken)
    {
        var applets = await ChildProcess.RunAsync(BusyboxPath, ["--list"], cancellationToken);
        using var buffer = new MemoryStream();
        await using (var tar = new TarWriter(buffer, leaveOpen: true))
        {
            foreach (var folder in new[] { "bin/", "etc/", "tmp/" })
                await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.Directory, folder), cancellationToken);
            await tar.WriteEntryAsync(BusyboxPath, "bin/busybox", cancellationToken);
            foreach (var applet in applets.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(name => name != "busybox"))
                await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.SymbolicLink, $"bin/{applet}") { LinkName = "busybox" }, cancellationToken);
            await tar.WriteEntryAsync(
                new PaxTarEntry(TarEntryType.RegularFile, "etc/passwd") { DataStream = new MemoryStream(Encoding.ASCII.GetBytes("root:x:0:0:root:/:/bin/sh\n")) },
                cancellationToken);
        }

        return buffer.ToArray();
    }
}
