using System.Collections.Immutable;

namespace HomelabPortal.Reconcile;

/// <summary>Collects what a planner finds; the finished plan is in the one order.</summary>
internal sealed class PlanDraft
{
    private readonly List<Change> _changes = [];
    private readonly List<Refusal> _refusals = [];
    private readonly List<Waiting> _waiting = [];

    public void Add(Change change) => _changes.Add(change);

    public void Refuse(DesiredResource desired, string why, string? owner = null, RefusalField field = RefusalField.Other) =>
        _refusals.Add(new Refusal(desired.Key, desired.OwnerId, why, owner, field));

    /// <summary>Somebody else keeps undoing what we write.</summary>
    public void Contend(DesiredResource desired, string why, string? owner) =>
        _refusals.Add(new Refusal(desired.Key, desired.OwnerId, why, owner) { IsContended = true });

    public void Refuse(LedgerEntry entry, string why) =>
        _refusals.Add(new Refusal(entry.Key, entry.OwnerId, why));

    public void Wait(DesiredResource desired, string why) =>
        _waiting.Add(new Waiting(desired.Key, desired.OwnerId, why));

    /// <summary>It is to be changed once more, but not yet.</summary>
    public void WaitForMore(DesiredResource desired, string why) =>
        _waiting.Add(new Waiting(desired.Key, desired.OwnerId, why, IsForMore: true));

    /// <summary>It is to go, but not yet.</summary>
    public void Keep(LedgerEntry entry, string why) =>
        _waiting.Add(new Waiting(entry.Key, entry.OwnerId, why, IsLeft: true));

    /// <summary>The login of a name is not what it should be, while the name may be on the Internet.</summary>
    public void Alarm(DesiredResource desired, string why) =>
        _waiting.Add(new Waiting(desired.Key, desired.OwnerId, why, IsUnguarded: true));

    /// <summary>Forgets something without touching it.</summary>
    public void Release(LedgerEntry entry, ChangeStage stage, string reason) => _changes.Add(new Change
    {
        Kind = ChangeKind.Release,
        Key = entry.Key,
        OwnerId = entry.OwnerId,
        Stage = stage,
        Description = entry.Key.ToString(),
        Reason = reason,
        Before = entry.LastApplied.DeepClone(),
        RemoteId = entry.RemoteId,
    });

    public Plan ToPlan() => Plan.Join([new Plan { Changes = [.. _changes], Refusals = [.. _refusals], Waiting = [.. _waiting] }]);
}
