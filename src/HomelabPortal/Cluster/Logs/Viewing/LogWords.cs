using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>What is said in a log beside its lines, in words.</summary>
internal static class LogWords
{
    public static RbacRule Rule { get; } = new("", "pods/log", "get");

    /// <summary>Null for lines, and for what needs no words.</summary>
    public static string? Of(LogEvent what, string container) => what switch
    {
        LogEvent.Gap { To: { } to } gap => $"Lines may be missing {(gap.From is { } from ? $"from {Clock(from)} " : "")}to {Clock(to)}: they were rotated away before they could be read.",
        LogEvent.Gap gap => $"Lines may be missing{(gap.From is { } from ? $" from {Clock(from)} on" : "")}: they were rotated away before they could be read.",
        LogEvent.Restarted restarted => $"{container} began anew{How(restarted.How)}.",
        LogEvent.Ended ended => $"{container} has ended{How(ended.How)}.",
        LogEvent.Gone => "This pod is gone.",
        LogEvent.Waiting waiting => $"{container} has not started: {waiting.Reason}. Its log comes when it does.",
        LogEvent.Trouble trouble => Of(trouble.Fault),
        LogEvent.Notice notice => Platform.VisibleText.Of(notice.Text),
        _ => null,
    };

    private static string Of(KubernetesApiException fault) => fault.Kind == KubernetesErrorKind.Forbidden
        ? $"The portal may not read logs here. Its ClusterRole lacks: resource {Rule.Resource}, verb {Rule.Verbs}."
        : $"{Platform.VisibleText.Of(fault.Message)} It is tried again.";

    private static string How(ContainerTerminated? how) => how switch
    {
        null => "",
        { Signal: not 0 } => $" (signal {how.Signal}{Reason(how)})",
        _ => $" (exit code {how.ExitCode}{Reason(how)})",
    };

    private static string Reason(ContainerTerminated how) => how.Reason.Length > 0 ? $", {Platform.VisibleText.Of(how.Reason)}" : "";

    private static string Clock(LogTime time) => $"{time.At:HH:mm:ss.fff} UTC";
}
