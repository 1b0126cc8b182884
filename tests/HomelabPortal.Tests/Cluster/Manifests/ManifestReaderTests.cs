using System.Text;
using System.Text.Json.Nodes;
using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Cluster.Objects.OnDemand;
using HomelabPortal.Cluster.Watching;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Cluster.Manifests;

public sealed class ManifestReaderTests
{
    private static readonly ResourceType _secrets = new("", "v1", "secrets", "Secret", true);
    private static readonly ResourceType _configs = new("", "v1", "configmaps", "ConfigMap", true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Secret_ReadAnyWay_HasKeysAndSizesAndNothingElse(bool reveal)
    {
        await using var lab = await OnDemandLab.StartAsync();
        var address = new ObjectAddress(_secrets, "databases", "postgres-credentials");
        var raw = await lab.Client.GetRawAsync(_secrets, "databases", "postgres-credentials");
        var encoded = (string)raw!["data"]!["password"]!;

        var manifest = (await lab.Manifests.ReadAsync(address, reveal, CancellationToken.None)).Value!;

        var shown = ManifestText.Of(manifest, managedFields: true) + manifest.Json.ToJsonString();
        Assert.DoesNotContain(encoded, shown);
        Assert.DoesNotContain(Encoding.UTF8.GetString(Convert.FromBase64String(encoded)), shown);
        Assert.Contains("password: ‹hidden, 24 bytes›", shown);
        Assert.Contains("last-applied-configuration: ‹hidden,", shown);
    }

    [Fact]
    public async Task Password_InAPodsEnvironment_IsMaskedUntilItIsAskedFor()
    {
        await using var lab = await OnDemandLab.StartAsync();
        var address = new ObjectAddress(ResourceTypes.Deployments, "media", "kavita");

        var masked = (await lab.Manifests.ReadAsync(address, reveal: false, CancellationToken.None)).Value!;
        var shown = (await lab.Manifests.ReadAsync(address, reveal: true, CancellationToken.None)).Value!;

        Assert.Equal((1, false), (masked.Masked, masked.IsRevealed));
        Assert.DoesNotContain("not-a-good-place-for-this", ManifestText.Of(masked, managedFields: true));
        Assert.Contains("not-a-good-place-for-this", ManifestText.Of(shown, managedFields: true));
    }

    [Fact]
    public async Task Object_ThatIsNotThere_IsNotFound()
    {
        await using var lab = await OnDemandLab.StartAsync();

        var read = await lab.Manifests.ReadAsync(new ObjectAddress(ResourceTypes.Pods, "media", "nobody"), reveal: false, CancellationToken.None);

        Assert.Equal((ReadingState.NotFound, "There is no Pod media/nobody now."), (read.State, read.Message));
    }

    [Fact]
    public async Task Secret_PortalMayNotRead_NamesTheMissingRule()
    {
        await using var lab = await OnDemandLab.StartAsync(readOnly: true);

        var read = await lab.Manifests.ReadAsync(new ObjectAddress(_secrets, "databases", "postgres-credentials"), reveal: false, CancellationToken.None);

        Assert.Equal(ReadingState.Forbidden, read.State);
        Assert.Equal("- apiGroups: [\"\"]\n  resources: [secrets]\n  verbs: [get]", read.MissingRule?.ToString());
    }

    [Fact]
    public async Task Kind_ThatIsNotServed_IsNotInstalled()
    {
        await using var lab = await OnDemandLab.StartAsync();

        var read = await lab.Manifests.ReadAsync(new ObjectAddress(new ResourceType("nowhere.example", "v1", "things", "Thing", true), "media", "a"), reveal: false, CancellationToken.None);

        Assert.Equal((ReadingState.NotInstalled, "The cluster does not serve things.nowhere.example."), (read.State, read.Message));
    }

    [Fact]
    public async Task Server_ThatFails_IsUnreachable()
    {
        await using var lab = await OnDemandLab.StartAsync();
        lab.Refuse(503);

        Assert.Equal(ReadingState.Unreachable, (await lab.Manifests.ReadAsync(new ObjectAddress(ResourceTypes.Nodes, "", "node0"), reveal: false, CancellationToken.None)).State);
    }

    [Fact]
    public async Task Object_LargerThanIsShown_IsTooLarge()
    {
        await using var lab = await OnDemandLab.StartAsync();
        lab.Lab.KubernetesStore.Put(new JsonObject
        {
            ["apiVersion"] = "v1", ["kind"] = "ConfigMap", ["metadata"] = new JsonObject { ["name"] = "huge", ["namespace"] = "media" },
            ["data"] = new JsonObject { ["a"] = new string('x', ManifestReader.LargestObject) },
        });

        Assert.Equal(ReadingState.TooLarge, (await lab.Manifests.ReadAsync(new ObjectAddress(_configs, "media", "huge"), reveal: false, CancellationToken.None)).State);
    }

    [Fact]
    public async Task Cluster_ThatIsNotSetUp_IsNotConnected()
    {
        var reader = new ManifestReader(new ClusterReader(new ClusterSource(null, "Set Kubernetes:Kubeconfig."), TimeProvider.System));

        var read = await reader.ReadAsync(new ObjectAddress(ResourceTypes.Pods, "media", "web"), reveal: false, CancellationToken.None);

        Assert.Equal((ReadingState.NotConnected, "Set Kubernetes:Kubeconfig."), (read.State, read.Message));
    }
}
