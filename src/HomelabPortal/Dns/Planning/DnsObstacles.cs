using HomelabPortal.Dns.Ownership;

namespace HomelabPortal.Dns.Planning;

/// <summary>Pure: what stands in the way of writing a record.</summary>
internal static class DnsObstacles
{
    internal sealed record Obstacle(string Text, string? Owner = null);

    public static Obstacle? WhyNot(DnsWish wish) => ZoneNotServed(wish) ?? SomethingThere(wish);

    /// <summary>Only exactly what the owner decided on is taken over, and nothing that somebody else looks after.</summary>
    public static Obstacle? WhyNotAdopt(DnsWish wish, LiveRecord live, Adoption adoption)
    {
        if (live.IsReadOnly)
            return new Obstacle($"{live.Value.Describe(live.Name)} is made by another product of Cloudflare and cannot be edited. Change it where it was made.", "another product of Cloudflare");
        if (live.Mark == wish.Mark)
            return null;
        if (live.Value != adoption.Before.Value || live.Comment != adoption.Before.Comment)
            return new Obstacle($"{live.Value.Describe(live.Name)} was changed after you adopted it. Remove the entry here, look at the record and adopt it again.");
        var owner = DnsOwner.Of(live, wish.Zone, wish.Mark.Instance);
        return adoption.IsInsisted || owner == DnsOwner.Hand || live.Mark?.Instance == wish.Mark.Instance
            ? null
            : new Obstacle($"{live.Value.Describe(live.Name)} belongs to {owner}. Let that tool release it first.", owner);
    }

    private static Obstacle? ZoneNotServed(DnsWish wish)
    {
        if (wish.Value.Type == "NS" && wish.Name == wish.Zone.Name)
            return new Obstacle($"The name servers of {wish.Zone.Name} itself are Cloudflare's and are set at the registrar. An NS record hands on a name below the zone.");
        if (wish.Zone.Status != "active")
            return new Obstacle($"The zone {wish.Zone.Name} is {wish.Zone.Status}, not active: Cloudflare does not answer for it yet. Finish its set-up in the dashboard.");
        return wish.Zone.IsPaused && wish.Value.IsProxied
            ? new Obstacle($"The zone {wish.Zone.Name} is paused, so {wish.Name} cannot go through the tunnel. Resume it in the dashboard.")
            : null;
    }

    private static Obstacle? SomethingThere(DnsWish wish)
    {
        var other = wish.Zone.At(wish.Name)
            .FirstOrDefault(record => record != wish.Own && DnsConflicts.Between(wish.Value, record.Value, wish.IsWholeName));
        if (other is null)
            return null;
        var owner = DnsOwner.Of(other, wish.Zone, wish.Mark.Instance);
        return new Obstacle($"{other.Value.Describe(other.Name)} already stands there, made by {owner}. Remove it first, or choose another hostname.", owner == DnsOwner.Hand ? null : owner);
    }
}
