namespace HomelabPortal.Gpu.Telemetry.Reading;

/// <summary>Cards and processes from the tables of nvidia-smi.</summary>
internal static class GpuReadings
{
    public static IReadOnlyList<GpuReading> OfCards(string csv)
    {
        var table = SmiTable.Read(csv);
        return
        [
            .. table.Rows.Where(row => row.Text("uuid") is not null).Select((row, order) => new GpuReading
            {
                Uuid = row.Text("uuid")!,
                Index = row.Whole("index") ?? order,
                Name = row.Text("name") ?? "GPU",
                Driver = row.Text("driver_version"),
                UtilizationPercent = row.Number("utilization.gpu"),
                MemoryTotalMiB = row.Number("memory.total"),
                MemoryUsedMiB = row.Number("memory.used"),
                MemoryFreeMiB = row.Number("memory.free"),
                MemoryReservedMiB = row.Number("memory.reserved"),
                TemperatureCelsius = row.Number("temperature.gpu"),
                PowerWatts = row.Number("power.draw"),
                PowerLimitWatts = row.Number("enforced.power.limit") ?? row.Number("power.limit"),
                FanPercent = row.Number("fan.speed"),
                ClockMegahertz = row.Number("clocks.current.graphics"),
                ClockMaxMegahertz = row.Number("clocks.max.graphics"),
                MemoryClockMegahertz = row.Number("clocks.current.memory"),
                PowerState = row.Text("pstate"),
                Throttling = ThrottleReasons.Of(row.Bits("clocks_event_reasons.active") ?? row.Bits("clocks_throttle_reasons.active")),
            }),
        ];
    }

    public static IReadOnlyList<ComputeProcess> OfProcesses(string csv) =>
    [
        .. SmiTable.Read(csv).Rows
            .Where(row => row.Text("gpu_uuid") is not null && row.Whole("pid") is > 0)
            .Select(row => new ComputeProcess(row.Text("gpu_uuid")!, row.Whole("pid")!.Value, row.Text("process_name") ?? "unknown", row.Number("used_memory") ?? row.Number("used_gpu_memory"))),
    ];
}
