using HomelabPortal.Access.Record;
using HomelabPortal.Storage.Rows;

namespace HomelabPortal.Desired;

/// <summary>An audit row as the pages read it.</summary>
public sealed record AuditEntry(
    long Id, DateTimeOffset At, string Actor, string Act, string SubjectKind, string SubjectId,
    string? Before, string? After, long? Revision, string? Outcome)
{
    /// <summary>Acts that changed the desired state carry both images and can be taken back.</summary>
    public bool IsUndoable => SubjectKind is DesiredEdits.ExposureKind or DesiredEdits.DnsEntryKind or DesiredEdits.TunnelEntryKind or DesiredEdits.LoginPolicyKind or DesiredEdits.ContainerKind or DesiredEdits.CheckKind or DesiredEdits.ChannelKind;

    internal static AuditEntry From(AuditRow row, string? outcome) => new(
        row.Id, new DateTimeOffset(row.AtTicks, TimeSpan.Zero), row.Actor, row.Act, row.SubjectKind, row.SubjectId,
        AuditImage.Shown(row.SubjectKind, row.Before), AuditImage.Shown(row.SubjectKind, row.After), row.Revision, row.Outcome ?? outcome);
}
