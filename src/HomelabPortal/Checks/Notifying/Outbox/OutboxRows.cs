using HomelabPortal.Checks.Notifying.Sending;
using HomelabPortal.Desired.Checks;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>Rows of the outbox to what they say.</summary>
internal static class OutboxRows
{
    public static string Word(ToldKind kind) => kind switch { ToldKind.Down => "down", ToldKind.Recovered => "recovered", _ => "test" };

    public static ToldKind KindOf(NotificationRow row) => row.Kind switch { "down" => ToldKind.Down, "recovered" => ToldKind.Recovered, _ => ToldKind.Test };

    public static CheckSeverity SeverityOf(NotificationRow row) => row.Severity == nameof(CheckSeverity.Critical) ? CheckSeverity.Critical : CheckSeverity.Warning;

    public static Told ToTold(this NotificationRow row) => new(
        KindOf(row), row.CheckId, row.CheckName, SeverityOf(row), row.Words, At(row.AtTicks), row.SinceTicks is { } since ? At(since) : null, row.IncidentId);

    public static DateTimeOffset At(long ticks) => new(ticks, TimeSpan.Zero);
}
