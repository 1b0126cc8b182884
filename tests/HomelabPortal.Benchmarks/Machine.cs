using System.Runtime.InteropServices;

namespace HomelabPortal.Benchmarks;

/// <summary>The machine and process facts that a figure means nothing without.</summary>
internal static class Machine
{
    public static string Describe()
    {
        var processor = Field("/proc/cpuinfo", "model name") ?? RuntimeInformation.ProcessArchitecture.ToString();
        var memory = long.Parse(Field("/proc/meminfo", "MemTotal")!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) / 1048576.0;
        var load = File.ReadAllText("/proc/loadavg").Split(' ')[0];
        return $"{processor}, {Environment.ProcessorCount} cores, {memory:0} GiB, Linux {Environment.OSVersion.Version}, "
            + $"{RuntimeInformation.FrameworkDescription}, load {load} before the run";
    }

    /// <summary>Resident memory of one process, and the part of it that is not program files any process can share; both in MiB.</summary>
    public static (double Resident, double Own) Memory(int processId)
    {
        double Read(string field) =>
            long.Parse(Field($"/proc/{processId}/status", field)!.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture) / 1024.0;
        return (Read("VmRSS"), Read("RssAnon") + Read("RssShmem"));
    }

    /// <summary>Processor time of one process so far, in seconds.</summary>
    public static double ProcessorTime(int processId)
    {
        using var process = System.Diagnostics.Process.GetProcessById(processId);
        return process.TotalProcessorTime.TotalSeconds;
    }

    private static string? Field(string file, string name) =>
        File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal))?.Split(':', 2)[1].Trim();
}
