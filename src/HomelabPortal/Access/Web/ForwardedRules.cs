using Microsoft.AspNetCore.HttpOverrides;

namespace HomelabPortal.Access.Web;

/// <summary>
/// A proxy may say from which address and over which scheme a request came, and only a named one.
/// Host and path are never taken from it: they decide where cookies, links and checks belong.
/// </summary>
internal static class ForwardedRules
{
    public static void Configure(ForwardedHeadersOptions options, TrustedProxies proxies)
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.ForwardLimit = TrustedProxies.MostHops;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in proxies.Networks)
            options.KnownIPNetworks.Add(network);
    }
}
