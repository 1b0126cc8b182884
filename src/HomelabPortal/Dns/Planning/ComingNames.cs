using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Planning;

/// <summary>
/// Pure: the wanted names that will have a record of their own.
/// A record below a name takes that name out of the wildcard's reach, so wishes bear on each other and are settled together.
/// </summary>
internal static class ComingNames
{
    public static IReadOnlySet<string> Of(PlanRequest request, DnsView view)
    {
        var wishes = request.Desired.OfType<DesiredDnsRecord>().ToList();
        var coming = wishes.Where(wish => wish.Content is not DnsContent.Lan).Select(wish => wish.Name.Value).ToHashSet(StringComparer.Ordinal);
        var undecided = wishes.Where(wish => wish.Content is DnsContent.Lan).ToList();
        // Each name that comes can only uncover more, so this ends.
        while (undecided.RemoveAll(wish => NeedsRecord(wish, request, view, coming) && coming.Add(wish.Name.Value)) > 0)
        {
        }

        return coming;
    }

    private static bool NeedsRecord(DesiredDnsRecord wish, PlanRequest request, DnsView view, HashSet<string> coming)
    {
        if (view.ZoneOf(wish.Name) is not { } zone || wish.Content.Resolve(request.Facts) is not { } value)
            return false;
        var own = zone.Find(request.Ledger.Find(wish.Key)?.RemoteId);
        return !Wildcards.AlreadyAnswer(wish.Name.Value, value, zone, own, coming);
    }
}
