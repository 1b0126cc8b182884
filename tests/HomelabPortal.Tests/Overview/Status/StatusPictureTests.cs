using HomelabPortal.Apps;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Health;
using HomelabPortal.Hostnames.Watching;
using HomelabPortal.Overview;
using HomelabPortal.Overview.Status;
using HomelabPortal.Platform;
using HomelabPortal.Ui.Shell;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Tests.Overview.Status;

public sealed class StatusPictureTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);
    private readonly ManualTimeProvider _time = new();
    private readonly Live<ClusterState> _cluster;
    private readonly Live<OverviewState> _overview;
    private readonly Live<AppState> _apps;
    private ShellState _shell = new("cowlab", false, [new SourceFreshness("Kubernetes", HealthState.Healthy, null, "live", null)]);

    public StatusPictureTests()
    {
        _cluster = new Live<ClusterState>(new ClusterState { IsConnected = true }, _time);
        _overview = new Live<OverviewState>(OverviewState.Unknown, _time);
        _apps = new Live<AppState>(AppState.Unread, _time);
    }

    [Fact]
    public void Lab_NotSeenYet_IsNotCalledAllRight() =>
        Assert.Equal((HealthState.Progressing, "Looking at the lab"), (Take().State, Take().Headline));

    [Fact]
    public void Lab_WithoutAProblem_IsAllRight()
    {
        Publish();

        Assert.Equal((HealthState.Healthy, "Everything is all right"), (Take().State, Take().Headline));
    }

    [Fact]
    public void Lab_WithProblems_IsAsBadAsTheWorst()
    {
        Publish(HealthState.Broken, HealthState.Degraded);

        var picture = Take();

        Assert.Equal((HealthState.Broken, "Two things need you", 2), (picture.State, picture.Headline, picture.Lines.Length));
    }

    [Fact]
    public void Lab_ThatCannotBeSeenAnyMore_IsUnknownWithTheAgeOfWhatFollows()
    {
        Publish();
        _overview.PublishFault("The API server does not answer.");
        var picture = StatusPictures.Of(_shell, _cluster.Current, _overview.Current, _apps.Current, _time.GetUtcNow() + TimeSpan.FromMinutes(5));

        Assert.Equal((HealthState.Unknown, "The cluster cannot be seen"), (picture.State, picture.Headline));
        Assert.Contains("5 min old", picture.Note, StringComparison.Ordinal);
        Assert.DoesNotContain(picture.Counts, line => line.State == HealthState.Healthy);
    }

    [Fact]
    public void Source_ThatIsAway_KeepsTheRestFromBeingCalledAllRight()
    {
        Publish();
        _shell = _shell with { Sources = [.. _shell.Sources, new SourceFreshness("gpu-box", HealthState.Unknown, _now, null, "It does not answer.")] };

        Assert.Equal((HealthState.Unknown, "gpu-box cannot be seen"), (Take().State, Take().Headline));
    }

    [Fact]
    public void Check_ThatIsDown_OutranksAClusterThatIsNotConnected()
    {
        Publish(HealthState.Broken);
        _cluster.Publish(ClusterState.NotConnected("Set Kubernetes:Kubeconfig."));

        Assert.Equal((HealthState.Broken, "One thing needs you"), (Take().State, Take().Headline));
    }

    [Fact]
    public void Check_ThatIsDown_OutranksAClusterThatCannotBeSeen()
    {
        var old = new Problem(HealthState.Unknown, "sonarr keeps crashing", "Exit code 1.", "/cluster/pods/media/sonarr", null) { AsOf = _time.GetUtcNow() };
        _overview.Publish(new OverviewState([old with { Title = "pihole fails its check", State = HealthState.Broken, AsOf = null }, old], 4, 4, null) { ClusterGap = new SourceGap("The cluster", old.AsOf, "The API server does not answer.") });

        var picture = StatusPictures.Of(_shell, _cluster.Current, _overview.Current, _apps.Current, _time.GetUtcNow() + TimeSpan.FromMinutes(5));

        Assert.Equal((HealthState.Broken, "One thing needs you"), (picture.State, picture.Headline));
        Assert.Equal("The cluster cannot be seen. The API server does not answer. What follows of it is 5 min old.", picture.Note);
        Assert.Equal(["Exit code 1.", "Exit code 1. Seen 5 min ago."], picture.Lines.Select(line => line.Text));
    }

    [Fact]
    public void Lab_WithManyProblems_SaysHowManyAreLeftOut()
    {
        Publish([.. Enumerable.Repeat(HealthState.Broken, 15)]);

        Assert.Equal((12, 3), (Take().Lines.Length, Take().More));
    }

    [Fact]
    public void Apps_AreCounted()
    {
        Publish();
        _apps.Publish(new AppState([new AppGroup("AI", [App("a", HealthState.Healthy), App("b", HealthState.Broken)])], [], []));

        var apps = Take().Counts.Single(line => line.Title == "Apps");

        Assert.Equal(("1 of 2", HealthState.Degraded), (apps.Text, apps.State));
    }

    private StatusPicture Take() => StatusPictures.Of(_shell, _cluster.Current, _overview.Current, _apps.Current, _time.GetUtcNow());

    private void Publish(params HealthState[] states)
    {
        _cluster.Publish(_cluster.Current.Value);
        _overview.Publish(new OverviewState([.. states.Select((state, index) => new Problem(state, $"Thing {index} is wrong", "It is so.", "/cluster/pods", null))], 4, 4, null));
    }

    private static LabApp App(string name, HealthState state) =>
        new($"Link:{name}", name, "AI", $"https://{name}/", 0) { Checks = [new AppCheck(AppCheckKind.House, state, "", null)] };
}
