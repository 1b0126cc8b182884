using System.Collections.Immutable;
using System.Net;

namespace HomelabPortal.Access.Web;

/// <summary>The networks whose word about a caller's address and scheme is taken; nobody's when there are none.</summary>
internal sealed record TrustedProxies(ImmutableArray<IPNetwork> Networks)
{
    /// <summary>A tunnel's connector, the proxy behind it, and one to spare.</summary>
    public const int MostHops = 3;

    /// <summary>Reads a network such as 10.42.0.0/16, or one address. Null when it is neither, or everybody.</summary>
    public static IPNetwork? Parse(string text)
    {
        if (IPAddress.TryParse(text, out var one))
            return new IPNetwork(one, one.GetAddressBytes().Length * 8);
        return IPNetwork.TryParse(text, out var network) && network.PrefixLength > 0 ? network : null;
    }
}
