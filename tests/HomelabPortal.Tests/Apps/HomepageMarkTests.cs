using System.Collections.Immutable;
using HomelabPortal.Apps;
using HomelabPortal.Apps.Checks;
using HomelabPortal.Apps.Discovery;
using HomelabPortal.Checks;
using HomelabPortal.Cluster;
using HomelabPortal.Gpu;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Kubernetes;
using HomelabPortal.Tests.Cluster;
using HomelabPortal.Tests.Hostnames;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Apps;

/// <summary>Annotations about which pods tell of an app, what is asked of it, and what stands in for its address.</summary>
public sealed class HomepageMarkTests
{
    private static readonly AppScene _scene = new("", false, new HashSet<string>(), HostnameState.Unread, null)
    {
        Cluster = new ClusterState { IsConnected = true, Pods = Kind(Labelled(Pod("sonarr-0", Running()), "sonarr"), Labelled(CrashLooping("radarr-0"), "radarr")) }.WithRows(),
        Variable = name => name == "HOMEPAGE_VAR_NAS" ? "nas.cowlab.org" : null,
    };

    [Theory]
    [InlineData("app", "sonarr", HealthState.Healthy, "1 of 1 pod well")]
    [InlineData("app", "radarr", HealthState.Broken, "0 of 1 pod well")]
    [InlineData("app", "lidarr", HealthState.Degraded, "No pod in media has app.kubernetes.io/name=lidarr")]
    [InlineData("pod-selector", "app.kubernetes.io/name in (sonarr,lidarr)", HealthState.Healthy, "1 of 1 pod well")]
    [InlineData("pod-selector", "!app.kubernetes.io/name", HealthState.Degraded, "No pod in media has !app.kubernetes.io/name")]
    [InlineData("pod-selector", "", HealthState.Degraded, "1 of 2 pods well")]
    [InlineData("pod-selector", "a ~ b", HealthState.Unknown, "Its annotation gethomepage.dev/pod-selector “a ~ b” cannot be read")]
    public void Route_ThatSelectsPods_IsAsTheyAre(string key, string value, HealthState state, string words)
    {
        var look = Show((key, value)).Checks.Single(check => check.Kind == AppCheckKind.Workload);

        Assert.Equal((state, words), (look.State, look.Words));
    }

    [Fact]
    public void Pods_ThatCannotBeRead_AreUnknown() =>
        Assert.Equal(HealthState.Unknown, PodChecks.Of("media", "", _scene with { Cluster = new ClusterState { IsConnected = true } }).State);

    [Fact]
    public void Route_ToSomethingExternal_HasNoPods() => Assert.DoesNotContain(Show(("external", "True"), ("app", "lidarr")).Checks, check => check.Kind == AppCheckKind.Workload);

    [Fact]
    public void Address_WithAPlaceholder_IsFilledFromTheEnvironment() => Assert.Equal("https://nas.cowlab.org/", Show(("href", "https://{{HOMEPAGE_VAR_NAS}}/")).Href);

    [Fact]
    public void Address_WithAPlaceholderThatIsNotSet_NamesIt() =>
        Assert.Equal("Its annotation gethomepage.dev/href holds {{HOMEPAGE_VAR_TV}}, which the portal's environment does not set.", Of(("href", "https://{{HOMEPAGE_VAR_TV}}/")).Hidden!.Reason);

    [Fact]
    public void Label_WithAPlaceholder_IsFilledToo()
    {
        var container = new DockerContainer("c1", "nas", "nas", "running", "Up 3 days", [])
        {
            PageLabels = new Dictionary<string, string> { ["homepage.name"] = "NAS", ["homepage.group"] = "House", ["homepage.href"] = "http://{{HOMEPAGE_VAR_NAS}}/" }.ToImmutableDictionary(),
        };

        Assert.Equal("http://nas.cowlab.org/", ContainerApps.Of(new DockerHostState("gpu-box", null, [], Now, null), container, _scene)!.App!.Href);
    }

    [Theory]
    [InlineData("siteMonitor", "http://10.0.0.5:8989/ping", null)]
    [InlineData("ping", "10.0.0.5", null)]
    [InlineData("siteMonitor", "http://10.0.0.5:7878/", "http://10.0.0.5:7878/")]
    public void Watched_ByACheckOfTheLab_CountsAndElseIsSaid(string key, string value, string? unwatched)
    {
        var down = new CheckSummary("c1", "Sonarr", "House", CheckKind.Http, "http://10.0.0.5:8989/") { Phase = CheckPhase.Down, Words = "No answer within 5 s." };

        var app = MeasuredChecks.On(Show((key, value)), new ChecksState([down]));

        Assert.Equal((unwatched, unwatched is null ? HealthState.Broken : HealthState.Healthy), (app.Unwatched, app.State));
    }

    private static LabApp Show(params (string Key, string Value)[] marks) => Of(marks).App!;

    private static Candidate Of(params (string Key, string Value)[] marks) => RouteApps.Of(
        HostWorld.Route("media/sonarr", "Host(`sonarr.cowlab.org`)") with { Hosts = [new RouteHost("sonarr.cowlab.org", "https://sonarr.cowlab.org/")] },
        AppMarks.OfAnnotations(marks.Prepend(("enabled", "true")).Select(one => KeyValuePair.Create("gethomepage.dev/" + one.Item1, one.Item2))), _scene);

    private static Pod Labelled(Pod pod, string app) => pod with { Metadata = pod.Metadata with { Labels = Meta("x", "media", ("app.kubernetes.io/name", app)).Labels } };
}
