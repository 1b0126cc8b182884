using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.ConformanceTests.Servers.Registry;

/// <summary>An image as a registry keeps it: a manifest that names blobs by their digests.</summary>
internal sealed record PublishedImage(byte[] Manifest, IReadOnlyDictionary<string, byte[]> Blobs)
{
    public const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";

    public string Digest { get; } = DigestOf(Manifest);

    /// <summary>The small image of the tests with one more layer of chance bytes, which no other image shares. The layer of a broken one is not what its digest says.</summary>
    public static async Task<PublishedImage> CreateAsync(int bytes, bool isBroken, CancellationToken cancellationToken)
    {
        var tars = new[] { await BusyboxImage.CreateTarAsync(isSick: false, cancellationToken), await ChanceAsync(bytes, cancellationToken) };
        var layers = tars.Select(Compress).ToList();
        var config = JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["architecture"] = "amd64",
            ["os"] = "linux",
            ["config"] = new JsonObject { ["Cmd"] = new JsonArray("/bin/sh"), ["Env"] = new JsonArray("PATH=/bin") },
            ["rootfs"] = new JsonObject { ["type"] = "layers", ["diff_ids"] = new JsonArray([.. tars.Select(tar => (JsonNode)DigestOf(tar))]) },
        });
        var manifest = JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["schemaVersion"] = 2,
            ["mediaType"] = ManifestType,
            ["config"] = Descriptor("application/vnd.docker.container.image.v1+json", config),
            ["layers"] = new JsonArray([.. layers.Select(layer => (JsonNode)Descriptor("application/vnd.docker.image.rootfs.diff.tar.gzip", layer))]),
        });
        var blobs = layers.Append(config).ToDictionary(DigestOf);
        if (isBroken)
            blobs[DigestOf(layers[1])] = [.. Enumerable.Repeat((byte)0, layers[1].Length)];
        return new PublishedImage(manifest, blobs);
    }

    private static JsonObject Descriptor(string type, byte[] blob) => new() { ["mediaType"] = type, ["size"] = blob.Length, ["digest"] = DigestOf(blob) };

    private static string DigestOf(byte[] blob) => "sha256:" + Convert.ToHexStringLower(SHA256.HashData(blob));

    private static async Task<byte[]> ChanceAsync(int bytes, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using (var tar = new TarWriter(buffer, leaveOpen: true))
            await tar.WriteEntryAsync(new PaxTarEntry(TarEntryType.RegularFile, "chance") { DataStream = new MemoryStream(RandomNumberGenerator.GetBytes(bytes)) }, cancellationToken);
        return buffer.ToArray();
    }

    private static byte[] Compress(byte[] tar)
    {
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Fastest))
            gzip.Write(tar);
        return buffer.ToArray();
    }
}
