namespace HomelabPortal.Dns.Ownership;

/// <summary>Pure: reads the claims of other tools on a record. They are respected, never written.</summary>
internal static class DnsOwner
{
    /// <summary>Said of what carries no tool's claim.</summary>
    public const string Hand = "hand";

    public static string Of(LiveRecord record, DnsZone zone, string instance) => Of(record, new ZoneClaims(zone), instance);

    public static string Of(LiveRecord record, ZoneClaims claims, string instance)
    {
        if (record.Mark is { } mark)
            return mark.Instance == instance ? "another entry of this portal" : $"another portal (instance {mark.Instance})";
        return record.IsReadOnly ? "another product of Cloudflare" : claims.Of(record) ?? Hand;
    }
}
