using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Pods;
using HomelabPortal.Kubernetes;
using HomelabPortal.Ui.State;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster;

public sealed class PodTableTests
{
    private static readonly ImmutableDictionary<string, Usage> _noUsage = ImmutableDictionary<string, Usage>.Empty;

    [Fact]
    public void Update_Pods_AreOrderedAsPeopleCount()
    {
        var table = new PodTable();

        table.Update(Of("web-10", "web-2", "api"), _noUsage, Now);

        Assert.Equal(["api", "web-2", "web-10"], table.Rows.Select(row => row.Name));
    }

    [Fact]
    public void Update_OnePodChanged_MakesOnlyItsRowAnew()
    {
        var pods = Of("a", "b", "c");
        var table = new PodTable();
        table.Update(pods, _noUsage, Now);
        var before = table.Rows;

        table.Update(pods.SetItem("media/b", CrashLooping("b")), _noUsage, Now);

        Assert.Same(before[0], table.Rows[0]);
        Assert.Same(before[2], table.Rows[2]);
        Assert.Equal(HealthState.Broken, table.Rows[1].State);
    }

    [Fact]
    public void Update_ChangeThatShowsNothing_KeepsTheList()
    {
        var pods = Of("a");
        var table = new PodTable();
        table.Update(pods, _noUsage, Now);
        var before = table.Rows;

        table.Update(pods.SetItem("media/a", Pod("a", Running())), _noUsage, Now);

        Assert.Same(before, table.Rows);
    }

    [Fact]
    public void Update_PodsAddedAndGone_KeepsTheOrder()
    {
        var table = new PodTable();
        table.Update(Of("b", "d", "f"), _noUsage, Now);

        table.Update(Of("a", "b", "c", "f", "g"), _noUsage, Now);

        Assert.Equal(["a", "b", "c", "f", "g"], table.Rows.Select(row => row.Name));
    }

    [Fact]
    public void Update_PodReplacedUnderItsName_HasTheNewIdentity()
    {
        var pods = Of("a");
        var table = new PodTable();
        table.Update(pods, _noUsage, Now);

        table.Update(pods.SetItem("media/a", Pod("a", Running()) with { Metadata = Meta("a") with { Uid = "another" } }), _noUsage, Now);

        Assert.Equal("another", Assert.Single(table.Rows).Uid);
    }

    [Fact]
    public void Update_NewUsage_IsInTheRow()
    {
        var pods = Of("a");
        var table = new PodTable();
        table.Update(pods, _noUsage, Now);

        table.Update(pods, _noUsage.Add("media/a", new Usage(0.5, 1024)), Now);

        Assert.Equal(new Usage(0.5, 1024), table.Rows[0].Used);
    }

    [Fact]
    public void Update_TimePassesWithoutAnEvent_VerdictFollows()
    {
        var pods = ImmutableDictionary<string, Pod>.Empty.Add("media/a", Pod("a", Running(1, Now.AddMinutes(-9))));
        var table = new PodTable();
        table.Update(pods, _noUsage, Now);
        Assert.Equal(HealthState.Degraded, table.Rows[0].State);

        table.Update(pods, _noUsage, Now.AddMinutes(2));

        Assert.Equal(HealthState.Healthy, table.Rows[0].State);
    }

    private static ImmutableDictionary<string, Pod> Of(params string[] names) =>
        names.Select(name => Pod(name, Running())).ToImmutableDictionary(pod => pod.Metadata.Key());
}
