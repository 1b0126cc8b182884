using HomelabPortal.Apps.Checks;
using HomelabPortal.Ingress.Reading;

namespace HomelabPortal.Apps.Discovery;

/// <summary>
/// Pure: the tile of one route, or why it has none.
/// <list type="table">
/// <item><term>routes of TCP and UDP</term><description>none: no web page</description></item>
/// <item><term>enabled, for this start page</term><description>as its annotations say</description></item>
/// <item><term>enabled, but for another instance</term><description>none</description></item>
/// <item><term>enabled says anything but "true"</term><description>none: hidden on purpose, or by a slip that is named</description></item>
/// <item><term>no such annotation</term><description>from its hostname, unless only annotated ones are wanted</description></item>
/// <item><term>a link with a placeholder that nothing is put into</term><description>none: its name is said</description></item>
/// <item><term>a link that is no web address</term><description>none: it is not followed</description></item>
/// <item><term>no link and no exact hostname</term><description>none: nobody could open it</description></item>
/// </list>
/// </summary>
internal static class RouteApps
{
    private const string DefaultGroup = "Kubernetes";

    public static Candidate Of(IngressRouteView route, AppMarks written, AppScene scene)
    {
        var marks = written.Filled(scene.Variable);
        var source = $"{route.Kind} {route.NameText}";
        if (route.Kind is "IngressRouteTCP" or "IngressRouteUDP")
            return Candidate.Left(source, route.Href, $"It passes {route.Kind[^3..]} on, which is no web page.");
        if (marks.Enabled is { } enabled && !marks.IsEnabled)
            return Candidate.Left(source, route.Href, enabled == "false"
                ? "Its annotation gethomepage.dev/enabled hides it."
                : $"Its annotation gethomepage.dev/enabled says “{enabled}”; only “true” counts.", enabled == "false" ? "" : "Write gethomepage.dev/enabled: \"true\".");
        if (marks.IsEnabled && !marks.IsFor(scene.Instance))
            return Candidate.Left(source, route.Href, "Its annotation gethomepage.dev/instance names another start page.", "Set Apps:Instance when this is the one that is meant.");
        if (!marks.IsEnabled && scene.OnlyAnnotated)
            return Candidate.Left(source, route.Href, "It carries no annotation, and Apps:OnlyAnnotated is on.", "Write gethomepage.dev/enabled: \"true\", or turn Apps:OnlyAnnotated off.");
        if (marks.IsEnabled && marks.Unfilled is { } unfilled)
            return Candidate.Left(source, route.Href, $"Its annotation gethomepage.dev/href holds {{{{{unfilled}}}}}, which the portal's environment does not set.", "Set it for the portal, or write the address out.");
        if (marks.IsEnabled && marks.Href is not null && marks.SafeLink is null)
            return Candidate.Left(source, route.Href, "Its annotation gethomepage.dev/href is no web address.", "Give one that begins with https:// or http://.");
        if (Link(route, marks) is not { } link)
            return Candidate.Left(source, route.Href, "Its rules name no exact hostname, so there is nothing to open.", "Write the address into gethomepage.dev/href.");
        if (route.Hosts.Count > 0 && route.Hosts.All(host => scene.Hide.Contains(host.Name)))
            return Candidate.Left(source, route.Href, "Apps:Hide names its hostname.");
        return Candidate.Shown(Tile(route, marks, link, source, scene), marks.IsEnabled);
    }

    private static LabApp Tile(IngressRouteView route, AppMarks marks, string link, string source, AppScene scene)
    {
        var isMarked = marks.IsEnabled;
        var host = route.Hosts.FirstOrDefault(one => one.Link is not null)?.Name;
        return new LabApp(
            $"{route.Kind}:{route.NameText}",
            isMarked ? marks.Name ?? route.Name : host is not null ? AppNames.OfHost(host) : AppNames.Title(route.Name),
            isMarked ? marks.Group ?? DefaultGroup : AppNames.Title(route.Namespace),
            link, isMarked ? marks.Weight : 0)
        {
            Description = isMarked ? marks.Description : "", Icon = isMarked ? marks.Icon : "", Source = source, SourceHref = route.Href,
            Checks = RouteChecks.Of(route, marks, host, scene), Watched = isMarked ? marks.Watched : [],
        };
    }

    /// <summary>The link of an exact hostname already leads to the path that the route takes.</summary>
    private static string? Link(IngressRouteView route, AppMarks marks) =>
        marks is { IsEnabled: true, SafeLink: { } given } ? given : route.Hosts.Select(host => host.Link).FirstOrDefault(link => link is not null);
}
