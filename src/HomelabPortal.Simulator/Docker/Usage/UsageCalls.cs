using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>What runs, what it uses and what lies around: processes, measurements, volumes, networks, disk.</summary>
internal static class UsageCalls
{
    public static Task TopAsync(DockerCall call)
    {
        lock (call.Host.Gate)
        {
            var container = call.Container();
            if (!container.IsRunning) throw DockerErrors.NotRunningForTop(container.Id);
            var columns = ProcessTable.Columns(call.Query("ps_args"));
            return call.JsonAsync(new JsonObject
            {
                ["Processes"] = new JsonArray([.. ProcessTable.Rows(container, columns).Select(row => (JsonNode)new JsonArray([.. row.Select(cell => (JsonNode)cell)]))]),
                ["Titles"] = new JsonArray([.. columns.Select(column => (JsonNode)ProcessTable.Title(column))]),
            });
        }
    }

    public static Task StatsAsync(DockerCall call)
    {
        lock (call.Host.Gate) return call.JsonAsync(StatsDocuments.Of(call.Host, call.Container(), hasBefore: call.Query("one-shot") is null));
    }

    public static Task VolumesAsync(DockerCall call)
    {
        lock (call.Host.Gate)
            return call.JsonAsync(new JsonObject { ["Volumes"] = new JsonArray([.. call.Host.Volumes.Select(volume => (JsonNode)Volume(call.Host, volume, hasUsage: false))]), ["Warnings"] = null });
    }

    public static Task VolumeAsync(DockerCall call)
    {
        lock (call.Host.Gate) return call.JsonAsync(Volume(call.Host, Require(call), hasUsage: false));
    }

    public static Task RemoveVolumeAsync(DockerCall call)
    {
        lock (call.Host.Gate)
        {
            var name = Require(call);
            if (call.Host.UsersOf(name) is [var user, ..]) throw DockerErrors.VolumeInUse(name, user.Id);
            call.Host.Volumes.Remove(name);
        }
        return call.EmptyAsync(204);
    }

    public static Task PruneVolumesAsync(DockerCall call)
    {
        // Without the filter only volumes without a name of their own go.
        var all = (call.Query("filters") ?? "").Contains("\"all\"", StringComparison.Ordinal) || call.Version < new Version(1, 42);
        lock (call.Host.Gate)
        {
            var unused = call.Host.Volumes.Where(volume => call.Host.UsersOf(volume).Count == 0 && (all || IsNameless(volume))).ToList();
            foreach (var volume in unused) call.Host.Volumes.Remove(volume);
            return call.JsonAsync(new JsonObject
            {
                ["VolumesDeleted"] = new JsonArray([.. unused.Select(volume => (JsonNode)volume)]), ["SpaceReclaimed"] = unused.Sum(Bytes),
            });
        }
    }

    public static Task NetworksAsync(DockerCall call) =>
        call.JsonAsync(new JsonArray([.. new[] { ("bridge", "bridge"), ("host", "host"), ("none", "null") }.Select(network => (JsonNode)Network(network.Item1, network.Item2))]));

    public static Task DiskAsync(DockerCall call)
    {
        lock (call.Host.Gate)
        {
            var images = call.Host.Images.ById.Select(group => group.First().Value).ToList();
            var now = call.Host.Time.GetUtcNow();
            return call.JsonAsync(new JsonObject
            {
                ["LayersSize"] = images.Sum(image => image.Bytes),
                ["Images"] = new JsonArray([.. images.Select(image => (JsonNode)ImageDocuments.Summary(call.Host, image, counts: true))]),
                ["Containers"] = new JsonArray([.. call.Host.Containers.Select(container => (JsonNode)Written(container, call.Host.Images, now))]),
                ["Volumes"] = new JsonArray([.. call.Host.Volumes.Select(volume => (JsonNode)Volume(call.Host, volume, hasUsage: true))]),
                ["BuildCache"] = new JsonArray(),
            });
        }
    }

    /// <summary>Takes the tar and keeps only its size: nobody looks inside.</summary>
    public static async Task PutArchiveAsync(DockerCall call)
    {
        var container = call.Container();
        if (call.Query("path") is not { Length: > 0 } path || !path.StartsWith('/')) throw DockerErrors.BadArchivePath();
        using var tar = new MemoryStream();
        await call.Context.Request.Body.CopyToAsync(tar, call.Aborted);
        lock (call.Host.Gate) container.PutFiles(path, tar.ToArray());
        await call.EmptyAsync(200);
    }

    private static string Require(DockerCall call) =>
        Uri.UnescapeDataString(call.Path[1]) is var name && call.Host.Volumes.Contains(name) ? name : throw DockerErrors.NoSuchVolume(name);

    private static JsonObject Written(SimulatedContainer container, ImageShelf images, DateTimeOffset now)
    {
        var summary = ContainerDocuments.Summary(container, images, now);
        summary["SizeRw"] = 40_000L + StableId.Number("written/" + container.Id, 90_000_000);
        return summary;
    }

    private static JsonObject Volume(DockerState host, string name, bool hasUsage)
    {
        var volume = new JsonObject
        {
            ["CreatedAt"] = EngineTime.Text(host.Time.GetUtcNow().AddDays(-9)), ["Driver"] = "local", ["Labels"] = null, ["Mountpoint"] = $"/var/lib/docker/volumes/{name}/_data",
            ["Name"] = name, ["Scope"] = "local",
            ["Options"] = host.VolumeFolders.TryGetValue(name, out var folder) ? new JsonObject { ["device"] = folder, ["o"] = "bind", ["type"] = "none" } : null,
        };
        if (hasUsage) volume["UsageData"] = new JsonObject { ["Size"] = Bytes(name), ["RefCount"] = host.UsersOf(name).Count };
        return volume;
    }

    private static bool IsNameless(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private static long Bytes(string name) => 1_000_000L * (200 + StableId.Number("volume/" + name, 24_000));

    private static JsonObject Network(string name, string driver) => new()
    {
        ["Name"] = name, ["Id"] = StableId.Hex("network/" + name, 64), ["Created"] = "2026-09-15T11:02:57.000000000Z", ["Scope"] = "local", ["Driver"] = driver, ["EnableIPv4"] = true, ["EnableIPv6"] = false,
        ["IPAM"] = new JsonObject { ["Driver"] = "default", ["Options"] = null, ["Config"] = new JsonArray() },
        ["Internal"] = false, ["Attachable"] = false, ["Ingress"] = false, ["ConfigFrom"] = new JsonObject { ["Network"] = "" }, ["ConfigOnly"] = false,
        ["Containers"] = new JsonObject(), ["Options"] = new JsonObject(), ["Labels"] = new JsonObject(),
    };
}
