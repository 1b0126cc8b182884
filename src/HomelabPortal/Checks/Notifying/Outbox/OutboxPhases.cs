using HomelabPortal.Storage.Rows;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Checks.Notifying.Outbox;

/// <summary>How the phases of messages are shown.</summary>
public static class OutboxPhases
{
    public static HealthState State(this OutboxPhase phase) => phase switch
    {
        OutboxPhase.Sent => HealthState.Healthy,
        OutboxPhase.Waiting => HealthState.Progressing,
        OutboxPhase.Retrying => HealthState.Degraded,
        OutboxPhase.Failed => HealthState.Broken,
        _ => HealthState.Off,
    };

    internal static OutboxPhase Of(NotificationRow row) => row.State switch
    {
        NotificationRow.Sent => OutboxPhase.Sent,
        NotificationRow.Failed => OutboxPhase.Failed,
        NotificationRow.Dropped => OutboxPhase.Dropped,
        _ => row.Attempts > 0 ? OutboxPhase.Retrying : OutboxPhase.Waiting,
    };
}
