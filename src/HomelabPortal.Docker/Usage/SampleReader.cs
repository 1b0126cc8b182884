using System.Text.Json;

namespace HomelabPortal.Docker;

/// <summary>
/// Reads GET /containers/{id}/stats. A container that does not run is answered too, with zeroes and the year 1.
/// Under cgroup v1 the file cache to take off is called <c>total_inactive_file</c>, under v2 <c>inactive_file</c>.
/// </summary>
internal static class SampleReader
{
    private const int FirstRealYear = 2000;

    public static ContainerSample? Read(JsonElement stats)
    {
        if (stats.ValueKind is not JsonValueKind.Object || Member(stats, "read") is not { ValueKind: JsonValueKind.String } read
            || !read.TryGetDateTimeOffset(out var at) || at.Year < FirstRealYear)
            return null;
        var cpu = Member(stats, "cpu_stats");
        var memory = Member(stats, "memory_stats");
        var details = Member(memory, "stats");
        var usage = Number(memory, "usage") ?? 0;
        var cache = Number(details, "total_inactive_file") ?? Number(details, "inactive_file") ?? 0;
        return new ContainerSample
        {
            At = at,
            CpuNanoseconds = Number(Member(cpu, "cpu_usage"), "total_usage") ?? 0,
            SystemNanoseconds = Number(cpu, "system_cpu_usage") ?? 0,
            Processors = (int)Math.Min(int.MaxValue, Number(cpu, "online_cpus") ?? 0),
            MemoryBytes = usage >= cache ? usage - cache : usage,
            MemoryLimitBytes = Number(memory, "limit"),
            Processes = (long?)Number(Member(stats, "pids_stats"), "current"),
            ReceivedBytes = Networks(stats, "rx_bytes"),
            SentBytes = Networks(stats, "tx_bytes"),
            ReadBytes = Disks(stats, "read"),
            WrittenBytes = Disks(stats, "write"),
        };
    }

    private static ulong Networks(JsonElement stats, string counter) =>
        Member(stats, "networks") is { ValueKind: JsonValueKind.Object } networks
            ? Sum(networks.EnumerateObject().Select(network => Number(network.Value, counter) ?? 0))
            : 0;

    private static ulong Disks(JsonElement stats, string operation) =>
        Member(Member(stats, "blkio_stats"), "io_service_bytes_recursive") is { ValueKind: JsonValueKind.Array } entries
            ? Sum(entries.EnumerateArray().Where(entry => IsOf(entry, operation)).Select(entry => Number(entry, "value") ?? 0))
            : 0;

    private static bool IsOf(JsonElement entry, string operation) =>
        Member(entry, "op") is { ValueKind: JsonValueKind.String } op && string.Equals(op.GetString(), operation, StringComparison.OrdinalIgnoreCase);

    private static ulong Sum(IEnumerable<ulong> values) => values.Aggregate(0UL, (sum, value) => unchecked(sum + value));

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member) ? member : null;

    private static ulong? Number(JsonElement? parent, string name) =>
        Member(parent, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetUInt64(out var value) ? value : null;
}
