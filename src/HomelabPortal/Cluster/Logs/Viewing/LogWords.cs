using HomelabPortal.Cluster.Logs.Following;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Cluster.Logs.Viewing;

/// <summary>What is said in a log beside its lines, in words.</summary>
internal static class LogWords
{
    /// <summary>Null for lines, and for what needs no words.</summary>
    public static string? Of(LogEvent what, string container) => what switch
    {
        LogEvent.Gap { To: { } to } gap => $"Lines may be missing {(gap.From is { } from ? $"from {Clock(from)} " : "")}to {Clock(to)}: they were rotated away before they could be read.",
        LogEvent.Gap gap => $"Lines may be missing{(gap.From is { } from ? $" from {Clock(from)} on" : "")}: they were rotated away before they could be read.",
        LogEvent.Restarted restarted => $"{container} began anew{How(restarted.How)}.",
        LogEvent.Ended ended => $"{container} has ended{How(ended.How)}.",
        LogEvent.Gone gone => $"This {gone.What} is gone.",
        LogEvent.Waiting waiting => $"{container} has not started: {waiting.Reason}. Its log comes when it does.",
        LogEvent.Trouble trouble => trouble.Words,
        LogEvent.Notice notice => Platform.VisibleText.Of(notice.Text),
        _ => null,
    };

    private static string How(ContainerTerminated? how) => how switch
    {
        null => "",
        { Signal: not 0 } => $" (signal {how.Signal}{Reason(how)})",
        _ => $" (exit code {how.ExitCode}{Reason(how)})",
    };

    private static string Reason(ContainerTerminated how) => how.Reason.Length > 0 ? $", {Platform.VisibleText.Of(how.Reason)}" : "";

    private static string Clock(LogTime time) => $"{time.At:HH:mm:ss.fff} UTC";
}
