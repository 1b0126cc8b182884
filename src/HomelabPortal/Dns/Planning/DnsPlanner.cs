using HomelabPortal.Dns.Ownership;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Planning;

/// <summary>
/// Decides what happens to DNS records. "Ours" means: the ledger's record id is live and its comment is our mark for this owner, or for the one who had the name before.
/// <code>
/// wanted  live            ledger  outcome
/// yes     any             any     refused when no zone holds the name; waits while the address or the tunnel is unknown
/// LAN     ours, public    yes     deleted while the address is unknown: what is to stay in the house does not wait for that
/// LAN     wildcard says it        nothing needed; an own record that says something else is deleted
/// LAN     foreign, equal  no      nothing needed
/// yes     none            no      create; refused when the zone is not active
/// yes     none            yes     create again, as drift
/// yes     ours, equal     yes     in sync
/// yes     ours, differs   yes     update, A ↔ CNAME in one step; drift when the wish is what we last applied
/// yes     ours, another's yes     update: marked for the owner who has the name now
/// yes     marked, equal   no      adopt: nothing is written outside
/// adopted as adopted      no      adopt: only the comment is written; refused for read-only records and, unless insisted on, other tools' ones
/// adopted but changed     no      refused: the owner decided on something else; one that is gone is made anew
/// yes     marked, differs no      refused: the mark alone is not enough to overwrite it
/// yes     foreign         any     refused, naming its owner
/// yes     mark gone       yes     refused: contended
/// no      ours            yes     delete; given back with its former comment when it was adopted
/// no      ours, new content yes   release: somebody has given it another use
/// no      mark gone, none yes     release
/// no      zone not seen   yes     refused: kept until the zone is back
/// </code>
/// Deletes, and updates that make a public name less public, are withdrawn first; all else is built last.
/// </summary>
internal static class DnsPlanner
{
    public static Plan Plan(PlanRequest request, DnsView view)
    {
        var draft = new PlanDraft();
        var wanted = new HashSet<ResourceKey>();
        var taken = new Dictionary<string, List<DnsValue>>();
        var coming = ComingNames.Of(request, view);
        foreach (var refused in request.Desired.OfType<RefusedResource>().Where(refused => refused.Key.Target == DnsView.Target))
            draft.Refuse(refused, refused.Why);
        foreach (var desired in request.Desired.OfType<DesiredDnsRecord>())
        {
            wanted.Add(desired.Key);
            PlanWanted(desired, request, view, new Surroundings(taken, coming), draft);
        }

        foreach (var entry in request.Ledger.Of(DnsView.Target).Where(entry => !wanted.Contains(entry.Key)))
            PlanUnwanted(entry, request.Instance, view, draft);
        return draft.ToPlan();
    }

    /// <summary>What the rest of the plan does to the zone.</summary>
    private sealed record Surroundings(Dictionary<string, List<DnsValue>> Taken, IReadOnlySet<string> Coming)
    {
        public List<DnsValue> TakenAt(string name) => Taken.TryGetValue(name, out var list) ? list : Taken[name] = [];
    }

    private static void PlanWanted(
        DesiredDnsRecord desired, PlanRequest request, DnsView view, Surroundings others, PlanDraft draft)
    {
        if (view.ZoneOf(desired.Name) is not { } zone)
        {
            draft.Refuse(desired, OutsideZones(desired, view));
            return;
        }

        var entry = request.Ledger.Find(desired.Key);
        if (desired.Content.Resolve(request.Facts) is not { } value)
        {
            PlanUnknown(desired, entry, zone, request.Instance, draft);
            return;
        }

        var wish = new DnsWish(desired, value, zone, new DnsMark(request.Instance, desired.OwnerId), entry, zone.Find(entry?.RemoteId), others.Coming);
        var taken = others.TakenAt(desired.Name.Value);
        if (taken.Any(other => DnsConflicts.Between(value, other, wish.IsWholeName)))
        {
            draft.Refuse(desired, $"Two entries of this portal want {desired.Name}. Remove one of them.");
            return;
        }

        taken.Add(value);
        if (wish.Own is null)
            PlanWithoutOwn(wish, draft);
        else
            PlanWithOwn(wish, wish.Own, draft);
    }

    /// <summary>What is there already stays, unless it makes public what is to stay in the house.</summary>
    private static void PlanUnknown(DesiredDnsRecord desired, LedgerEntry? entry, DnsZone zone, string instance, PlanDraft draft)
    {
        if (entry is null)
            draft.Wait(desired, WhatIsMissing(desired.Content));
        else if (desired.Content is not DnsContent.Lan || zone.Find(entry.RemoteId) is not { Value.IsPublic: true } live)
            return;
        else if (live.Mark is { } mark && (mark == new DnsMark(instance, desired.OwnerId) || mark == new DnsMark(instance, entry.OwnerId)))
            draft.Add(DnsChanges.Delete(entry, live, zone, "the name stays in the house, and the ingress's address is not known yet"));
        else
            RefuseUnmarked(desired, live, zone, instance, draft);
    }

    private static void PlanWithoutOwn(DnsWish wish, PlanDraft draft)
    {
        if (wish.Entry is null && wish.Desired.Adoption is { } adoption && wish.Zone.Find(adoption.RecordId) is { } adopted)
        {
            PlanAdoption(wish, adopted, adoption, draft);
            return;
        }

        var marked = wish.Zone.At(wish.Name).FirstOrDefault(record => record.Mark == wish.Mark);
        if (marked is not null && marked.Value == wish.Value)
            draft.Add(DnsChanges.Adopt(wish, marked, "it carries this entry's mark and is as wanted"));
        else if (marked is not null)
            draft.Refuse(wish.Desired, $"{marked.Value.Describe(marked.Name)} carries this entry's mark, but the portal has no note of making it and it differs. Delete it, and it is made again.");
        else if (wish.IsServedByOthers())
            return;
        else if (DnsObstacles.WhyNot(wish) is { } why)
            draft.Refuse(wish.Desired, why.Text, why.Owner);
        else
            draft.Add(DnsChanges.Create(wish));
    }

    private static void PlanAdoption(DnsWish wish, LiveRecord live, Adoption adoption, PlanDraft draft)
    {
        if (DnsObstacles.WhyNotAdopt(wish, live, adoption) is { } why)
            draft.Refuse(wish.Desired, why.Text, why.Owner);
        else
            draft.Add(DnsChanges.Adopt(wish, live, "you put it into the portal's care; only its comment is written"));
    }

    private static void PlanWithOwn(DnsWish wish, LiveRecord own, PlanDraft draft)
    {
        if (!wish.IsOurs(own))
            RefuseUnmarked(wish.Desired, own, wish.Zone, wish.Mark.Instance, draft);
        else if (wish.IsAsWanted(own))
            return;
        else if (wish.IsServedByOthers())
            draft.Add(DnsChanges.Delete(wish.Entry!, own, wish.Zone, "a wildcard already says what is wanted"));
        else if (DnsObstacles.WhyNot(wish) is { } why)
            draft.Refuse(wish.Desired, why.Text, why.Owner);
        else
            draft.Add(DnsChanges.Update(wish, own));
    }

    private static void RefuseUnmarked(DesiredDnsRecord desired, LiveRecord live, DnsZone zone, string instance, PlanDraft draft)
    {
        var owner = DnsOwner.Of(live, zone, instance);
        draft.Refuse(desired, $"{live.Value.Describe(live.Name)} was ours, but our mark is gone: changed by {owner}. Delete it, or remove the entry here.", owner == DnsOwner.Hand ? null : owner);
    }

    private static void PlanUnwanted(LedgerEntry entry, string instance, DnsView view, PlanDraft draft)
    {
        var last = DnsImage.From(entry.LastApplied);
        var zone = view.Zones.FirstOrDefault(candidate => candidate.Id == last.ZoneId);
        if (zone is null)
        {
            draft.Refuse(entry, $"{last.Value.Describe(last.Name)} should go, but its zone cannot be seen. Give the token access to the zone again.");
            return;
        }

        var live = zone.Find(entry.RemoteId);
        if (live is null)
            draft.Release(entry, ChangeStage.WithdrawDns, "it is already gone");
        else if (live.Mark != new DnsMark(instance, entry.OwnerId))
            draft.Release(entry, ChangeStage.WithdrawDns, $"our mark is gone, changed by {DnsOwner.Of(live, zone, instance)}, so it stays");
        else if (last.GiveBack is { } comment)
            draft.Add(DnsChanges.GiveBack(entry, live, zone, comment));
        else if (!live.Value.SaysTheSameAs(last.Value))
            draft.Release(entry, ChangeStage.WithdrawDns, $"somebody pointed it to {live.Value.Content}, so it stays");
        else
            draft.Add(DnsChanges.Delete(entry, live, zone, "nothing asks for it any more"));
    }

    private static string OutsideZones(DesiredDnsRecord desired, DnsView view)
    {
        var zones = string.Join(", ", view.Zones.Select(zone => zone.Name).Order(StringComparer.Ordinal));
        return zones.Length > 0
            ? $"{desired.Name} is in none of the zones this token sees ({zones}). Choose a hostname in one of them, or give the token access to its zone."
            : $"The token sees no zone, so {desired.Name} cannot be placed. Give it Zone > Zone > Read for the zone.";
    }

    private static string WhatIsMissing(DnsContent content) => content is DnsContent.Tunnel
        ? "The tunnel is not known yet, so there is nothing to point the name to."
        : "The address of the ingress is not known yet: Kubernetes cannot be reached, or the Service in Ingress:TraefikService has no load-balancer address.";
}
