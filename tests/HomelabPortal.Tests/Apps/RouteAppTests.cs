using HomelabPortal.Apps;
using HomelabPortal.Apps.Discovery;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Tests.Hostnames;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Apps;

public sealed class RouteAppTests
{
    private static readonly AppScene _scene = new("", false, new HashSet<string>(), HostnameState.Unread, null);

    [Fact]
    public void Route_WithItsAnnotations_IsTheTileTheyDescribe()
    {
        var app = Show(Route(), [("enabled", "true"), ("name", "TV series"), ("group", "Media"), ("icon", "sonarr.png"), ("description", "Finds them"), ("href", "https://tv.cowlab.org/"), ("weight", "-3")]);

        Assert.Equal(("IngressRoute:media/sonarr", "TV series", "Media", "https://tv.cowlab.org/", -3, "sonarr.png", "Finds them"), (app.Id, app.Name, app.Group, app.Href, app.Weight, app.Icon, app.Description));
    }

    [Fact]
    public void Route_EnabledAndNothingElse_HasHomepagesDefaults()
    {
        var app = Show(Route(), [("enabled", "true")]);

        Assert.Equal(("sonarr", "Kubernetes", "https://sonarr.cowlab.org/"), (app.Name, app.Group, app.Href));
    }

    [Fact]
    public void Route_NobodyAnnotated_IsNamedAfterItsHostname()
    {
        var app = Show(Route(host: "open-webui.cowlab.org"), []);

        Assert.Equal(("Open Webui", "Media", "https://open-webui.cowlab.org/"), (app.Name, app.Group, app.Href));
    }

    [Theory]
    [InlineData("enabled=false", "hides it")]
    [InlineData("enabled=True", "says “True”")]
    [InlineData("enabled=true;instance=kitchen", "another start page")]
    [InlineData("enabled=true;href=javascript:alert(1)", "no web address")]
    public void Route_ThatIsNoTile_SaysWhy(string annotations, string reason)
    {
        var hidden = Hide(Route(), [.. annotations.Split(';').Select(one => (one.Split('=', 2)[0], one.Split('=', 2)[1]))]);

        Assert.Contains(reason, hidden.Reason, StringComparison.Ordinal);
        Assert.Equal("IngressRoute media/sonarr", hidden.Source);
    }

    [Fact]
    public void Route_WithoutAnExactHostname_AsksForAnAddress() =>
        Assert.Contains("gethomepage.dev/href", Hide(HostWorld.Route("media/sonarr", "PathPrefix(`/sonarr`)"), []).Remedy, StringComparison.Ordinal);

    [Fact]
    public void Route_WithoutAnExactHostnameButALink_IsATile() =>
        Assert.Equal("https://x.cowlab.org/", Show(HostWorld.Route("media/sonarr", "PathPrefix(`/sonarr`)"), [("enabled", "true"), ("href", "https://x.cowlab.org/")]).Href);

    [Fact]
    public void Route_OnAPageOfAnnotatedOnesOnly_NeedsTheAnnotation()
    {
        var hidden = RouteApps.Of(Route(), AppMarks.None, _scene with { OnlyAnnotated = true }).Hidden!;

        Assert.Contains("Apps:OnlyAnnotated", hidden.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void Route_HiddenByTheSettings_IsNoTile() =>
        Assert.Contains("Apps:Hide", RouteApps.Of(Route(), AppMarks.None, _scene with { Hide = new HashSet<string> { "sonarr.cowlab.org" } }).Hidden!.Reason, StringComparison.Ordinal);

    [Fact]
    public void Route_OfTcp_IsNoWebPage() =>
        Assert.Contains("TCP", Hide(Route() with { Kind = "IngressRouteTCP" }, []).Reason, StringComparison.Ordinal);

    [Fact]
    public void Routes_ThatCannotBeRead_AreUnknownAndNeverHealthy()
    {
        var app = RouteApps.Of(Route(), AppMarks.None, _scene with { RouteFault = "The API server does not answer." }).App!;

        Assert.Equal(HealthState.Unknown, app.State);
        Assert.All(app.Checks, check => Assert.Equal(HealthState.Unknown, check.State));
    }

    [Fact]
    public void App_LostToTheInternetOnly_IsDegraded()
    {
        var app = Show(Route(), []);
        var lost = app with { Checks = [.. app.Checks, new AppCheck(AppCheckKind.Internet, HealthState.Broken, "The tunnel has no rule for it", null)] };

        Assert.Equal(HealthState.Healthy, app.State);
        Assert.Equal(HealthState.Degraded, lost.State);
        Assert.Equal(AppCheckKind.Internet, lost.Decisive!.Kind);
    }

    private static IngressRouteView Route(string host = "sonarr.cowlab.org") =>
        HostWorld.Route("media/sonarr", $"Host(`{host}`)") with { Hosts = [new RouteHost(host, $"https://{host}/")] };

    private static LabApp Show(IngressRouteView route, (string, string)[] marks) => RouteApps.Of(route, Marks(marks), _scene).App!;

    private static HiddenApp Hide(IngressRouteView route, (string, string)[] marks) => RouteApps.Of(route, Marks(marks), _scene).Hidden!;

    private static AppMarks Marks((string Key, string Value)[] marks) => AppMarks.OfAnnotations(marks.Select(one => KeyValuePair.Create("gethomepage.dev/" + one.Key, one.Value)));
}
