using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Notifying.Sending;

/// <summary>One thing to be told.</summary>
/// <param name="Since">Of a recovery, when it went down.</param>
internal sealed record Told(ToldKind Kind, string CheckId, string CheckName, CheckSeverity Severity, string Words, DateTimeOffset At, DateTimeOffset? Since, long? IncidentId);
