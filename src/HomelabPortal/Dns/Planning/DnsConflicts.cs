namespace HomelabPortal.Dns.Planning;

/// <summary>Pure: which records cannot stand beside each other at one name.</summary>
internal static class DnsConflicts
{
    /// <summary>
    /// Cloudflare's rules, and two of ours that are stricter.
    /// <code>
    /// wanted             other                    together
    /// same content       same type                no: identical, whatever the TTL
    /// NS                 anything but NS          no: a name that is handed on answers for nothing itself
    /// CNAME              A, AAAA, CNAME           no
    /// A, AAAA            the same type            only as two records that were there; nobody gets a second address by surprise
    /// A                  AAAA                     yes, but not for an exposure, which has its name to itself
    /// several MX, TXT, CAA, SRV, HTTPS, SVCB, NS  yes
    /// </code>
    /// </summary>
    /// <param name="isWholeName">The wish is for the name itself, as exposures are, and not for one record among several.</param>
    public static bool Between(DnsValue wanted, DnsValue other, bool isWholeName)
    {
        if (wanted.SaysTheSameAs(other) || (wanted.Type == "NS") != (other.Type == "NS"))
            return true;
        if (!IsAddress(wanted.Type) || !IsAddress(other.Type))
            return false;
        return isWholeName || wanted.Type == "CNAME" || other.Type == "CNAME" || wanted.Type == other.Type;
    }

    private static bool IsAddress(string type) => type is "A" or "AAAA" or "CNAME";
}
