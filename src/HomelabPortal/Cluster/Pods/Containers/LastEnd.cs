using HomelabPortal.Cluster.Display;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Pods.Containers;

/// <summary>Says why a container ended, and what its exit code means.</summary>
internal static class LastEnd
{
    public static string Explain(ContainerTerminated end, Container container)
    {
        var message = end.Message.Length > 0 ? " " + Spoken.Sentence(end.Message, 160) : "";
        return (end switch
        {
            { Reason: "OOMKilled" } => OutOfMemory(end, container),
            { Signal: not 0 } => $"Stopped by signal {end.Signal}.",
            { ExitCode: 0 } => "Ended without a fault.",
            { ExitCode: 126 } => "Its command may not be executed (exit code 126).",
            { ExitCode: 127 } => "Its command was not found in the image (exit code 127).",
            { ExitCode: 137 } => "Killed (exit code 137), as happens when it does not stop in time.",
            { ExitCode: 139 } => "Crashed at a bad memory access (exit code 139).",
            { ExitCode: 143 } => "Asked to stop, and did (exit code 143).",
            { ExitCode: > 128 and < 160 and var code } => $"Stopped by signal {code - 128} (exit code {code}).",
            _ => $"Exit code {end.ExitCode}{(end.Reason is "" or "Error" or "Completed" ? "" : $", {end.Reason}")}.",
        }) + message;
    }

    private static string OutOfMemory(ContainerTerminated end, Container container) => container.Resources.Limits.TryGetValue("memory", out var limit)
        ? $"Out of memory: it used more than its limit of {Amounts.Bytes(limit.Whole)} and was killed (OOMKilled, exit code {end.ExitCode})."
        : $"Out of memory: its node had none left and killed it (OOMKilled, exit code {end.ExitCode}). It has no limit of its own.";
}
