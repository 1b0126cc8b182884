using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>What a container has used, growing with the time it runs; all zero for one that does not.</summary>
internal static class StatsDocuments
{
    private const string NothingText = """
        {"read":"0001-01-01T00:00:00Z","preread":"0001-01-01T00:00:00Z","pids_stats":{},"blkio_stats":{"io_service_bytes_recursive":null},"num_procs":0,"storage_stats":{},
        "cpu_stats":{"cpu_usage":{"total_usage":0,"usage_in_kernelmode":0,"usage_in_usermode":0},"throttling_data":{"periods":0,"throttled_periods":0,"throttled_time":0}},
        "precpu_stats":{"cpu_usage":{"total_usage":0,"usage_in_kernelmode":0,"usage_in_usermode":0},"throttling_data":{"periods":0,"throttled_periods":0,"throttled_time":0}},"memory_stats":{}}
        """;

    public static JsonObject Of(DockerState host, SimulatedContainer container, bool hasBefore)
    {
        var now = host.Time.GetUtcNow();
        var document = JsonNode.Parse(NothingText)!.AsObject();
        (document["name"], document["id"]) = ("/" + container.Name, container.Id);
        if (!container.IsRunning || container.StartedAt is not { } started) return document;
        var limit = (long)container.HostConfig["Memory"]! is > 0 and var own ? own : host.Facts.MemoryBytes;
        var memory = Math.Min(limit, 1_000_000L * (60 + StableId.Number("memory/" + container.Id, 2_400)));
        var traffic = (ulong)Math.Max(0, (now - started).TotalSeconds) * (ulong)(900 + StableId.Number("traffic/" + container.Id, 20_000));
        document["read"] = EngineTime.Text(now);
        document["pids_stats"] = new JsonObject { ["current"] = 2 + StableId.Number("processes/" + container.Id, 60) };
        document["cpu_stats"] = Cpu(host, container, now);
        if (hasBefore)
        {
            document["preread"] = EngineTime.Text(now.AddSeconds(-1));
            document["precpu_stats"] = Cpu(host, container, now.AddSeconds(-1));
        }
        document["memory_stats"] = new JsonObject
        {
            ["usage"] = memory, ["limit"] = limit, ["stats"] = new JsonObject { ["inactive_file"] = memory / 5, ["active_file"] = memory / 9, ["anon"] = memory / 2 },
        };
        document["networks"] = new JsonObject
        {
            ["eth0"] = new JsonObject
            {
                ["rx_bytes"] = traffic, ["rx_packets"] = traffic / 700, ["rx_errors"] = 0, ["rx_dropped"] = 0, ["tx_bytes"] = traffic * 3, ["tx_packets"] = traffic / 300, ["tx_errors"] = 0, ["tx_dropped"] = 0,
            },
        };
        return document;
    }

    private static JsonObject Cpu(DockerState host, SimulatedContainer container, DateTimeOffset at)
    {
        var seconds = Math.Max(0, (at - container.StartedAt!.Value).TotalSeconds);
        var load = 0.01 + StableId.Number("load/" + container.Id, 900) / 1000.0;
        // A slow swell, so that the rate moves while the counter only grows.
        var used = load * (seconds + 20 * Math.Sin(seconds / 25)) * 1e9;
        var system = (at - DateTimeOffset.UnixEpoch).TotalSeconds % 10_000_000 * host.Facts.Processors * 1e9;
        return new JsonObject
        {
            ["cpu_usage"] = new JsonObject { ["total_usage"] = (ulong)Math.Max(0, used), ["usage_in_kernelmode"] = (ulong)(Math.Max(0, used) / 5), ["usage_in_usermode"] = (ulong)(Math.Max(0, used) / 5 * 4) },
            ["system_cpu_usage"] = (ulong)system,
            ["online_cpus"] = host.Facts.Processors,
            ["throttling_data"] = new JsonObject { ["periods"] = 0, ["throttled_periods"] = 0, ["throttled_time"] = 0 },
        };
    }
}
