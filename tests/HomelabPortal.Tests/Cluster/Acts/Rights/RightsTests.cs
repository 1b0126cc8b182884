using System.Collections.Immutable;
using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Acts;
using HomelabPortal.Cluster.Acts.Rights;
using HomelabPortal.Cluster.Objects;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;
using HomelabPortal.Tests.Cluster.Acts.Planning;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Tests.Cluster.Acts.Rights;

public sealed class RightsTests
{
    private static readonly ActWish _scale = new ActWish.Scale("Deployment", "media", "sonarr", 3);

    [Theory]
    [MemberData(nameof(ActPlannerTests.All), MemberType = typeof(ActPlannerTests))]
    public void Rights_OfEveryAct_AreAmongThoseThatAreAskedFor(ActWish wish) => Assert.Contains(ActRights.Of(wish), ActRights.All);

    [Fact]
    public void WhyNot_WhileNobodyKnows_IsNothing() => Assert.Null(OwnRights.Unknown.WhyNot(_scale));

    [Fact]
    public void WhyNot_WithinANamespaceWhereItMay_IsNothing()
    {
        var rule = ActRights.Of(_scale);
        var rights = new OwnRights(ImmutableDictionary<RbacRule, bool>.Empty.Add(rule, false), [(rule, "media")]);

        Assert.Null(rights.WhyNot(_scale));
        Assert.StartsWith("The portal's account may not patch deployments/scale (apps).", rights.WhyNot(new ActWish.Scale("Deployment", "home", "sonarr", 3)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("simulated-read-only", true)]
    [InlineData(null, false)]
    public async Task Reader_AsksTheServer(string? context, bool isForbidden)
    {
        await using var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Content = LabContent.Empty, Lives = false }, CancellationToken.None);
        using var client = new KubernetesClient(KubernetesConnection.FromKubeconfig(KubeconfigSource.FromFile(lab.Kubernetes.KubeconfigPath, context)), TimeProvider.System);
        var live = new Live<OwnRights>(OwnRights.Unknown, TimeProvider.System);
        using var reader = new RightsReader(
            new ClusterSource(client, ""), new Live<ClusterState>(World.Empty, TimeProvider.System), live, new Random(1), TimeProvider.System, NullLogger<RightsReader>.Instance);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        await reader.StartAsync(limit.Token);
        await foreach (var value in live.WatchAsync(limit.Token))
        {
            if (value.Value.Everywhere.Count == ActRights.All.Length)
                break;
        }

        Assert.Equal(isForbidden, live.Current.Value.WhyNot(_scale) is not null);
        await reader.StopAsync(CancellationToken.None);
    }
}
