using System.Globalization;

namespace HomelabPortal.Simulator.Docker;

/// <summary>
/// The program nvidia-smi as the driver puts it into a container: asked for fields, it answers with a table of commas.
/// One unknown field spoils the whole question, and process numbers are seen only by a container that shares the host's processes.
/// </summary>
internal static class NvidiaSmi
{
    private const string NoLibrary = "Failed to initialize NVML: Unknown Error\n";

    public static (int ExitCode, string Output) Run(DockerState host, SimulatedContainer container, IReadOnlyList<string> arguments)
    {
        lock (host.Gate)
        {
            if (host.DriverFault is { } fault) return (fault, DriverFaultText(fault));
            if (container.HasLostGpu) return (255, NoLibrary);
            var isBare = Option(arguments, "--format")?.Contains("noheader", StringComparison.Ordinal) == true;
            var hasUnits = Option(arguments, "--format")?.Contains("nounits", StringComparison.Ordinal) != true;
            var gpus = GpuRules.Visible(host, container);
            if (Option(arguments, "--query-gpu") is { } fields) return Table(fields, [.. gpus.Select((gpu, index) => GpuFields.Of(host, gpu, index))], isBare, hasUnits);
            if (Option(arguments, "--query-compute-apps") is { } columns) return Table(columns, Processes(host, container), isBare, hasUnits);
            if (arguments.Contains("-L")) return (0, string.Concat(gpus.Select((gpu, index) => $"GPU {index}: {gpu.Name} (UUID: {gpu.Uuid})\n")));
            return (0, string.Concat(gpus.Select((gpu, index) => $"{index}  {gpu.Name}  {gpu.TemperatureCelsius}C  {host.UsedGpuMemory(gpu)}MiB / {gpu.MemoryMiB}MiB  {gpu.UtilizationPercent}%\n")));
        }
    }

    private static List<IReadOnlyDictionary<string, GpuField>> Processes(DockerState host, SimulatedContainer container)
    {
        if ((string?)container.HostConfig["PidMode"] is not "host") return [];
        return [.. GpuRules.Visible(host, container).SelectMany(gpu => host.GpuProcesses(gpu).Select(process => (IReadOnlyDictionary<string, GpuField>)new Dictionary<string, GpuField>
        {
            ["gpu_uuid"] = new(gpu.Uuid), ["gpu_name"] = new(gpu.Name), ["pid"] = new(Text(process.Id)), ["process_name"] = new(process.Name),
            ["used_memory"] = new(Text(process.MemoryMiB), "MiB"), ["used_gpu_memory"] = new(Text(process.MemoryMiB), "MiB"),
        }))];
    }

    private static (int ExitCode, string Output) Table(string fields, IReadOnlyList<IReadOnlyDictionary<string, GpuField>> rows, bool isBare, bool hasUnits)
    {
        var names = fields.Split(',', StringSplitOptions.TrimEntries);
        if (names.FirstOrDefault(name => !GpuFields.Names.ContainsKey(name)) is { } unknown) return (2, $"Field \"{unknown}\" is not a valid field to query.\n\n");
        var lines = rows.Select(row => string.Join(", ", names.Select(name => row.GetValueOrDefault(name, GpuField.None).Print(hasUnits))));
        var header = string.Join(", ", names.Select(name => GpuFields.Names[name] is { Length: > 0 } unit ? $"{name} [{unit}]" : name));
        return (0, string.Concat((isBare ? lines : lines.Prepend(header)).Select(line => line + "\n")));
    }

    private static string DriverFaultText(int code) => code switch
    {
        12 => "NVIDIA-SMI couldn't find libnvidia-ml.so library in your system. Please make sure that the NVIDIA Display Driver is properly installed and present in your system.\n",
        15 => "Unable to determine the device handle for GPU0: 0000:01:00.0: GPU is lost.  Reboot the system to recover this GPU\n",
        _ => "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.\n\n",
    };

    private static string? Option(IReadOnlyList<string> arguments, string name) =>
        arguments.FirstOrDefault(argument => argument.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
