using System.Formats.Tar;
using System.Net.Http.Headers;
using System.Text;
using HomelabPortal.Testing;

namespace HomelabPortal.ConformanceTests.Servers;

/// <summary>The file tree of a small image, made from the static busybox of this machine: nothing is pulled.</summary>
internal static class BusyboxImage
{
    public const string BusyboxPath = "/bin/busybox";

    /// <summary>Gives it to a daemon under a name with a tag; a sick one has a file /etc/sick.</summary>
    /// <param name="volume">The path at which it asks for a volume; null for none.</param>
    public static async Task ImportAsync(HttpClient docker, string image, bool isSick, CancellationToken cancellationToken, string? volume = null)
    {
        var name = image.Split(':');
        using var content = new ByteArrayContent(await CreateTarAsync(isSick, cancellationToken));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-tar");
        var changes = Uri.EscapeDataString("CMD [\"/bin/sh\"]") + (volume is null ? "" : "&changes=" + Uri.EscapeDataString($"VOLUME {volume}"));
        using var response = await docker.PostAsync($"images/create?fromSrc=-&repo={name[0]}&tag={name[1]}&changes={changes}", content, cancellationToken);
        response.EnsureSuccessStatusCode();
        using var there = await docker.GetAsync($"images/{image}/json", cancellationToken);
        there.EnsureSuccessStatusCode();
    }

    public static async Task<byte[]> CreateTarAsync(bool isSick, CancellationToken cancellationToken)
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
            if (isSick)
                await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "etc/sick"), cancellationToken);
        }

        return buffer.ToArray();
    }
}
