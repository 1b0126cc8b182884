namespace HomelabPortal.Gpu.Telemetry.Reading;

/// <summary>What nvidia-smi is asked. One field that a driver does not know spoils the whole answer, so there is a second way to ask.</summary>
internal static class SmiQuery
{
    private const string Core = "index,uuid,name,driver_version,pstate,temperature.gpu,fan.speed,utilization.gpu,memory.total,memory.used,memory.free,power.draw,power.limit";
    private const string Optional = "memory.reserved,enforced.power.limit,clocks.current.graphics,clocks.current.memory,clocks.max.graphics,clocks_event_reasons.active";

    public static IReadOnlyList<string> Cards { get; } = ["nvidia-smi", $"--query-gpu={Core},{Optional}", "--format=csv,nounits"];

    /// <summary>Only what every driver knows.</summary>
    public static IReadOnlyList<string> FewerOfCards { get; } = ["nvidia-smi", $"--query-gpu={Core}", "--format=csv,nounits"];

    public static IReadOnlyList<string> Processes { get; } = ["nvidia-smi", "--query-compute-apps=gpu_uuid,pid,process_name,used_memory", "--format=csv,nounits"];

    /// <summary>The least that shows whether a container still sees its card.</summary>
    public static IReadOnlyList<string> List { get; } = ["nvidia-smi", "-L"];
}
