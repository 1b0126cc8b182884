using System.Collections.Immutable;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Desired;
using HomelabPortal.Dns.Snapshots;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Editing;

/// <summary>Puts what we want of a zone back to what a snapshot says. The reconciler then does the rest, as after any other edit.</summary>
internal sealed class RestoreActs(ZoneSnapshotBook book, DesiredStore store, DesiredActs acts, ActionRunner runner, Live<DnsState> dns)
{
    /// <summary>Null when there is no such snapshot any more.</summary>
    public async Task<(ZoneSnapshot Snapshot, ImmutableArray<RestoreStep> Steps)?> PlanAsync(long id, CancellationToken cancellationToken)
    {
        if (await book.FindAsync(id, cancellationToken) is not { } snapshot)
            return null;
        var live = dns.Current;
        var zone = live.AsOf is null ? null : live.Value.Zones.FirstOrDefault(candidate => candidate.Id == snapshot.ZoneId);
        return (snapshot, ZoneRestore.Plan(snapshot, zone, store.Current));
    }

    public async Task<ActionOutcome> RestoreAsync(long id, Actor actor, CancellationToken cancellationToken)
    {
        if (await PlanAsync(id, cancellationToken) is not { } plan)
            return new ActionOutcome(0, "There is no such snapshot any more.");
        var words = $"Restore the zone {plan.Snapshot.ZoneName} as it was on {plan.Snapshot.TakenAt.UtcDateTime:yyyy-MM-dd HH:mm} UTC";
        if (await runner.RefuseAsync(Act.RestoreZone, words, actor, cancellationToken) is { } refused)
            return refused;
        var outcome = new ActionOutcome(0, null);
        // One edit each, so that every one of them can be undone by itself.
        foreach (var entry in plan.Steps.Select(step => step.Entry).OfType<DnsEntry>())
        {
            outcome = await acts.SaveAsync(new DesiredEdit.PutDnsEntry(entry), $"{words}: {entry.Type} {entry.Name}", actor, cancellationToken);
            if (!outcome.Succeeded)
                return outcome;
        }

        return outcome;
    }
}
