using System.Net;
using System.Net.Sockets;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.LoadBalancer;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;
using HomelabPortal.Ui.State;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.LoadBalancer;

public sealed class ApiAddressTests
{
    private const string Name = "kube-system/plndr-cp-lock";
    private static readonly ClusterState _cluster = new ClusterState { IsConnected = true, Nodes = Kind(Node("node0"), Node("node1", "False")) }.WithRows();

    [Fact]
    public void With_HolderChanges_IsRememberedNewestFirst()
    {
        var state = ApiAddressState.Unknown.With(Name, Lease("node0", Now), Now)
            .With(Name, Lease("node1", Now.AddSeconds(30), Now.AddSeconds(25)), Now.AddSeconds(31))
            .With(Name, Lease("node0", Now.AddSeconds(90), Now.AddSeconds(80)), Now.AddSeconds(91));

        Assert.Equal([(Now.AddSeconds(80), "node1", "node0"), (Now.AddSeconds(25), "node0", "node1")], state.Changes.Select(change => (change.At, change.From, change.To)));
    }

    [Fact]
    public void With_NoRenewal_KeepsWhenItWasSeen()
    {
        var state = ApiAddressState.Unknown.With(Name, Lease("node0", Now), Now.AddSeconds(1)).With(Name, Lease("node0", Now), Now.AddSeconds(50));

        Assert.Equal(Now, state.Lease!.RenewalSeenAt);
        Assert.Equal((HealthState.Broken, "Not renewed"), (VipHealth.Judge(state, _cluster, Now.AddSeconds(50)).State, VipHealth.Judge(state, _cluster, Now.AddSeconds(50)).Word));
    }

    [Fact]
    public void With_HoldersClockHoursAhead_IsStillRenewed()
    {
        var state = ApiAddressState.Unknown.With(Name, Lease("node0", Now.AddHours(3)), Now).With(Name, Lease("node0", Now.AddHours(3).AddSeconds(10)), Now.AddSeconds(10));

        Assert.Equal(HealthState.Healthy, VipHealth.Judge(state, _cluster, Now.AddSeconds(12)).State);
    }

    [Fact]
    public void Judge_HolderNotReady_IsDegraded() =>
        Assert.Equal("Holder down", VipHealth.Judge(ApiAddressState.Unknown.With(Name, Lease("node1", Now), Now), _cluster, Now).Word);

    [Fact]
    public void Judge_NobodyHolds_IsBrokenAndAProblem()
    {
        var state = ApiAddressState.Unknown.With(Name, Lease("", Now), Now);

        Assert.Equal("Nobody holds the API address", Assert.Single(NetworkProblems.Find(state, _cluster, Now)).Title);
    }

    [Fact]
    public void Judge_NoLease_IsOffAndNoProblem()
    {
        var state = ApiAddressState.Unknown.With(Name, null, Now);

        Assert.Equal(HealthState.Off, VipHealth.Judge(state, _cluster, Now).State);
        Assert.Empty(NetworkProblems.Find(state, _cluster, Now));
    }

    [Fact]
    public void Judge_NotReadYet_IsUnknown() => Assert.Equal(HealthState.Unknown, VipHealth.Judge(ApiAddressState.Unknown, _cluster, Now).State);

    [Fact]
    public void Judge_NotTriedYet_IsUnknown() => Assert.Equal(HealthState.Unknown, VipHealth.Judge(null).State);

    [Fact]
    public async Task Probe_ServerThatListens_TellsHowLongItTook()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var target = new ProbeTarget("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);

        var result = await new AddressProbe(TimeProvider.System).TryAsync(target, TimeSpan.FromSeconds(20), CancellationToken.None);

        Assert.Null(result.Fault);
        Assert.NotNull(result.Took);
    }

    [Fact]
    public async Task Probe_NothingListens_SaysSo()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var target = new ProbeTarget("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port);
        listener.Stop();

        var result = await new AddressProbe(TimeProvider.System).TryAsync(target, TimeSpan.FromSeconds(20), CancellationToken.None);

        Assert.Equal((null, $"{target} refuses connections: the machine is there, but nothing listens."), (result.Took, result.Fault));
    }

    [Fact]
    public async Task Watcher_ReferenceLab_FindsTheHolderAndFollowsIt()
    {
        await using var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Content = LabContent.Reference, Lives = false }, CancellationToken.None);
        using var client = new KubernetesClient(KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(lab.Kubernetes.KubeconfigPath)), TimeProvider.System);
        var live = new Live<ApiAddressState>(ApiAddressState.Unknown, TimeProvider.System);
        var options = Options.Create(new LoadBalancerOptions { LookEvery = TimeSpan.FromMilliseconds(50) });
        using var watcher = new ApiAddressWatcher(new ClusterSource(client, ""), live, options, new AddressProbe(TimeProvider.System), TimeProvider.System, NullLogger<ApiAddressWatcher>.Instance);
        await watcher.StartAsync(CancellationToken.None);
        var found = await Until(live, state => state is { Lease.Holder: "node0", Probe.Took: not null });
        Assert.Equal(Name, found.Lease!.Name);

        await client.MergePatchAsync(ResourceTypes.Leases, "kube-system", "plndr-cp-lock", System.Text.Json.Nodes.JsonNode.Parse("""{"spec":{"holderIdentity":"node2"}}""")!);

        var moved = await Until(live, state => state.Lease?.Holder == "node2");
        Assert.Equal(("node0", "node2"), (moved.Changes[0].From, moved.Changes[0].To));
        await watcher.StopAsync(CancellationToken.None);
    }

    [Theory]
    [InlineData("kube-vip", "LoadBalancer:ApiLease")]
    [InlineData("/x", "LoadBalancer:ApiLease")]
    public void Options_LeaseThatIsNoName_IsAFault(string lease, string key) => Assert.StartsWith(key, Assert.Single(new LoadBalancerOptions { ApiLease = lease }.Faults()));

    [Theory]
    [InlineData("10.0.0.200:6443", "10.0.0.200", 6443)]
    [InlineData("[fd00::1]:6443", "fd00::1", 6443)]
    [InlineData("kube.cowlab.org:6443", "kube.cowlab.org", 6443)]
    public void ProbeTarget_HostAndPort_AreRead(string text, string host, int port) => Assert.Equal(new ProbeTarget(host, port), ProbeTarget.Parse(text));

    [Theory]
    [InlineData("10.0.0.200")]
    [InlineData("10.0.0.200:6443/x")]
    [InlineData("a b:1")]
    public void ProbeTarget_AnythingElse_IsRefused(string text) => Assert.Null(ProbeTarget.Parse(text));

    private static Lease Lease(string holder, DateTimeOffset renewed, DateTimeOffset? acquired = null) => new()
    {
        Metadata = Meta("plndr-cp-lock", "kube-system"),
        Spec = new LeaseSpec { HolderIdentity = holder, LeaseDurationSeconds = 15, RenewTime = renewed, AcquireTime = acquired ?? Now.AddDays(-3), LeaseTransitions = 4 },
    };

    private static async Task<ApiAddressState> Until(Live<ApiAddressState> live, Func<ApiAddressState, bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        await foreach (var value in live.WatchAsync(limit.Token))
        {
            if (condition(value.Value))
                return value.Value;
        }

        throw new InvalidOperationException("The source ended.");
    }
}
