using HomelabPortal.Hostnames.Table.Parts;

namespace HomelabPortal.Hostnames.Table.Guards;

/// <summary>
/// Which login stands in front of a hostname. Cloudflare's comes first, since it is asked first; "none" is said only when every place was looked at.
/// </summary>
internal static class HostLogins
{
    public static HostLogin Of(HostView host, HostReach reach, HostnameFacts facts) => reach switch
    {
        HostReach.Internet or HostReach.Both => OfPublic(host, facts),
        HostReach.Unknown => new HostLogin(LoginKind.Unknown, "Unknown"),
        HostReach.House when OfRoutes(host, facts) is { Kind: not LoginKind.None } login => login,
        _ => HostLogin.NotNeeded,
    };

    private static HostLogin OfPublic(HostView host, HostnameFacts facts)
    {
        if (facts.Access.Fault is null && facts.Access.Of(host.Asked, "/") is { LetsEverybodyIn: false } guard)
            return new HostLogin(LoginKind.Access, guard.Name);
        if (host.Serving.Any() && host.Serving.All(part => part.RequiresAccess))
            return new HostLogin(LoginKind.Access, "Cloudflare Access, checked by the connector");
        var behind = host.Serving.Any(part => !part.LeadsToIngress) ? HostLogin.None : OfRoutes(host, facts);
        return behind.Kind == LoginKind.None && facts.Access.Fault is not null ? new HostLogin(LoginKind.Unknown, "Unknown") : behind;
    }

    private static HostLogin OfRoutes(HostView host, HostnameFacts facts)
    {
        if (facts.IngressFault is not null)
            return new HostLogin(LoginKind.Unknown, "Unknown");
        var logins = host.Routes.SelectMany(route => route.Logins).Distinct().ToList();
        if (logins.Count > 0)
            return host.Routes.Any(route => route.IsOpenSomewhere)
                ? new HostLogin(LoginKind.Partly, $"{string.Join(", ", logins)}, not on every path")
                : new HostLogin(LoginKind.Middleware, string.Join(", ", logins));
        var doubtful = host.Routes.SelectMany(route => route.Doubtful).Distinct().ToList();
        return doubtful.Count > 0 ? new HostLogin(LoginKind.Unknown, $"Perhaps {string.Join(", ", doubtful)}") : HostLogin.None;
    }
}
