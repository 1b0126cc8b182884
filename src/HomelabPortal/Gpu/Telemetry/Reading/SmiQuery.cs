namespace HomelabPortal.Gpu.Telemetry.Reading;

/// <summary>What nvidia-smi is asked. One field that a driver does not know spoils the whole answer, so there are further ways to ask.</summary>
internal static class SmiQuery
{
    private const string Core = "index,uuid,name,driver_version,pstate,temperature.gpu,fan.speed,utilization.gpu,memory.total,memory.used,memory.free,power.draw,power.limit";
    private const string Optional = "memory.reserved,enforced.power.limit,clocks.current.graphics,clocks.current.memory,clocks.max.graphics";

    public static IReadOnlyList<string> Cards { get; } = ["nvidia-smi", $"--query-gpu={Core},{Optional},clocks_event_reasons.active", "--format=csv,nounits"];

    /// <summary>The same, with the name that drivers before 535 have for why a clock is held down.</summary>
    public static IReadOnlyList<string> OlderOfCards { get; } = ["nvidia-smi", $"--query-gpu={Core},{Optional},clocks_throttle_reasons.active", "--format=csv,nounits"];

    /// <summary>Only what every driver knows.</summary>
    public static IReadOnlyList<string> FewerOfCards { get; } = ["nvidia-smi", $"--query-gpu={Core}", "--format=csv,nounits"];

    /// <summary>The next way after one that the driver does not understand; null after the last.</summary>
    public static IReadOnlyList<string>? After(IReadOnlyList<string> asked) => asked == Cards ? OlderOfCards : asked == OlderOfCards ? FewerOfCards : null;

    public static IReadOnlyList<string> Processes { get; } = ["nvidia-smi", "--query-compute-apps=gpu_uuid,pid,process_name,used_memory", "--format=csv,nounits"];

    /// <summary>The least that shows whether a container still sees its card.</summary>
    public static IReadOnlyList<string> List { get; } = ["nvidia-smi", "-L"];
}
