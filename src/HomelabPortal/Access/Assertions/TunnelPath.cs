namespace HomelabPortal.Access.Assertions;

/// <summary>
/// Tells requests that came through Cloudflare's edge from those of the house.
/// The edge puts its headers on every request and a sender cannot keep it from doing so;
/// nobody in the house has them, and who makes them up there only brings the gate upon themselves.
/// Any one of them is enough, in case a rule of the zone takes some away.
/// </summary>
internal static class TunnelPath
{
    private const string Prefix = "Cf-";
    private const string Loop = "Cdn-Loop";

    public static bool Brought(IHeaderDictionary headers)
    {
        foreach (var name in headers.Keys)
        {
            if (name.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) || name.Equals(Loop, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
