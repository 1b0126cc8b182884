using System.Collections.Immutable;
using HomelabPortal.Desired;

namespace HomelabPortal.Reconcile;

/// <summary>
/// Lets through what the policy allows and holds the rest with a reason.
/// <code>
///                    Observe   Upsert   Sync
/// create, update     held      go       go
/// update of drift    held      held     go
/// drift left by will held      held     held      (the owner said so of that one thing)
/// delete             held      held     go, unless the brake holds
/// ordered: ended     held      go       go
/// ordered: closed    go        go       go
/// release            go        go       go        (writes nothing outside; held in Observe when it gives something back)
/// </code>
/// Orders are what a person decided beforehand. An end that has come waits under Observe, which promises that nothing is written
/// and may stand over an old backup; closing the tunnels is pressed now, by somebody who wants them closed whatever the policy.
/// The brake holds all deletes of a plan that deletes more than 10 things, or more than 3 and over 30 % of what we own.
/// What one exposure leaves behind is never a mass: taking it back deletes all of its parts at once,
/// and with them the login policy that nothing else uses any more.
/// </summary>
internal static class Guard
{
    public const int BrakeCount = 10;
    private const int BrakeFloor = 3;
    private const double BrakeShare = 0.3;

    /// <param name="confirmedDeletes">The fingerprint of the deletes that an admin confirmed, or null.</param>
    public static GuardedPlan Check(Plan plan, ChangePolicy policy, Ledger ledger, string? confirmedDeletes)
    {
        var deletes = plan.Changes.Where(change => change is { Kind: ChangeKind.Delete, Order: ChangeOrder.None }).ToImmutableArray();
        var fingerprint = Fingerprint(deletes);
        var isBraked = !IsOneAct(deletes) && IsMassDelete(deletes.Length, ledger.Entries.Count) && confirmedDeletes != fingerprint;
        var allowed = ImmutableArray.CreateBuilder<Change>();
        var held = ImmutableArray.CreateBuilder<HeldChange>();
        foreach (var change in plan.Changes)
        {
            var why = WhyHeld(change, policy, isBraked, deletes.Length);
            if (why is null)
                allowed.Add(change);
            else
                held.Add(new HeldChange(change, why));
        }

        return new GuardedPlan(allowed.ToImmutable(), held.ToImmutable(), isBraked && policy == ChangePolicy.Sync ? fingerprint : null);
    }

    public static bool IsMassDelete(int deletes, int owned) =>
        deletes > BrakeCount || (deletes > BrakeFloor && deletes > owned * BrakeShare);

    /// <summary>All of it is one owner's, but for some logins.</summary>
    private static bool IsOneAct(ImmutableArray<Change> deletes)
    {
        var owner = deletes.GroupBy(change => change.OwnerId).OrderByDescending(parts => parts.Count()).FirstOrDefault()?.Key;
        var others = deletes.Where(change => change.OwnerId != owner).ToList();
        return others.Count <= BrakeFloor && others.TrueForAll(change => change.Stage == ChangeStage.WithdrawAccess);
    }

    private static string? WhyHeld(Change change, ChangePolicy policy, bool isBraked, int deletes) => (change.Kind, policy) switch
    {
        (ChangeKind.Release, _) when change.After is null => null,
        _ when change.LeftBecause is { } left => left,
        _ when change.Order == ChangeOrder.Closed => null,
        (_, ChangePolicy.Observe) => "The policy is Observe: plans are shown, nothing is written.",
        _ when change.Order == ChangeOrder.Ended => null,
        (ChangeKind.Delete, ChangePolicy.Upsert) => "The policy is Upsert: nothing is deleted.",
        (_, ChangePolicy.Upsert) when change.IsDrift => "Changed by somebody else. The policy is Upsert: hand changes are reported, not reverted.",
        (ChangeKind.Delete, _) when isBraked => $"This plan deletes {deletes} things at once. Confirm it first.",
        _ => null,
    };

    private static string Fingerprint(ImmutableArray<Change> deletes) =>
        string.Join('|', deletes.Select(change => $"{change.Key.Target}/{change.Key.Kind}/{change.Key.Name}").Order(StringComparer.Ordinal));
}
