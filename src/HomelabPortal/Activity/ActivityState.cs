using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Activity;

/// <summary>What was done lately: acts of people and applies of the portal, newest first.</summary>
public sealed record ActivityState(ImmutableArray<AuditEntry> Audit, ImmutableArray<AppliedPlan> Applies)
{
    public static ActivityState Empty { get; } = new([], []);

    /// <summary>Acts that changed what is wanted; who signed in is not among them.</summary>
    public IEnumerable<AuditEntry> Changes => Audit.Where(entry => entry.Revision is not null);

    /// <summary>Acts on one exposure or record.</summary>
    public IEnumerable<AuditEntry> Of(string subjectId) => Audit.Where(entry => entry.SubjectId == subjectId);

    /// <summary>Only the latest change of a thing can be taken back; an older one would undo what came after it.</summary>
    public bool CanUndo(AuditEntry entry) =>
        entry.IsUndoable && Of(entry.SubjectId).FirstOrDefault(other => other.SubjectKind == entry.SubjectKind)?.Id == entry.Id;
}
