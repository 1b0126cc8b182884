using HomelabPortal.Desired.Channels;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Notifying.Channels;

/// <summary>Pure: which checks a channel is told about.</summary>
internal static class ChannelRules
{
    public static bool Wants(this DesiredChannel channel, CheckSummary check) =>
        !channel.IsOff && check.Severity >= channel.Least && (channel.HasDerived || !check.IsDerived)
        && (channel.Groups.IsEmpty || channel.Groups.Contains(check.Group, StringComparer.OrdinalIgnoreCase));

    /// <summary>When it may be told; null for now.</summary>
    public static DateTimeOffset? WaitsUntil(this DesiredChannel channel, CheckSeverity severity, DateTimeOffset now) =>
        channel.WakesForCritical && severity == CheckSeverity.Critical ? null : QuietTimes.EndOf(channel.Quiet, now);
}
