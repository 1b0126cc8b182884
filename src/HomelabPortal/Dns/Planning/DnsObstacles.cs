using HomelabPortal.Dns.Ownership;

namespace HomelabPortal.Dns.Planning;

/// <summary>Pure: what stands in the way of writing a record.</summary>
internal static class DnsObstacles
{
    internal sealed record Obstacle(string Text, string? Owner = null);

    public static Obstacle? WhyNot(DnsWish wish) => ZoneNotServed(wish) ?? SomethingThere(wish);

    private static Obstacle? ZoneNotServed(DnsWish wish)
    {
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
