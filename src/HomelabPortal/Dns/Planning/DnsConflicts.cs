using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Planning;

/// <summary>Pure: which records cannot stand beside each other at one name.</summary>
internal static class DnsConflicts
{
    /// <summary>
    /// A CNAME stands alone among addresses, and NS stands alone altogether; that is Cloudflare's rule.
    /// Ours is stricter: an exposure shares its name with no address, and nobody gets a second address by surprise.
    /// </summary>
    /// <param name="isWholeName">The wish is for the name itself, as exposures are, and not for one record among several.</param>
    public static bool Between(DnsValue wanted, DnsValue other, bool isWholeName)
    {
        if (other.Type == "NS" || wanted == other)
            return true;
        if (!IsAddress(wanted.Type) || !IsAddress(other.Type))
            return false;
        return isWholeName || wanted.Type == "CNAME" || other.Type == "CNAME" || wanted.Type == other.Type;
    }

    private static bool IsAddress(string type) => type is "A" or "AAAA" or "CNAME";
}
