using HomelabPortal.Cluster;
using HomelabPortal.Cluster.Namespaces.Isolation;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Cluster.Namespaces;

public sealed class IsolationTests
{
    [Fact]
    public void Namespace_WithoutPolicies_IsOpen() => Assert.Equal("Open", NamespaceIsolation.Of("media", State()).Word);

    [Fact]
    public void Namespace_PolicyElsewhere_IsOpen()
    {
        var policy = Policy("{}");

        Assert.Equal("Open", NamespaceIsolation.Of("media", State(policy with { Metadata = Meta("deny", "other") })).Word);
    }

    [Theory]
    [InlineData("""{"podSelector":{},"policyTypes":["Ingress"]}""", "Closed")]
    [InlineData("""{"podSelector":{},"policyTypes":["Ingress"],"ingress":[{}]}""", "Only allowed")]
    [InlineData("""{"podSelector":{"matchLabels":{"app":"db"}},"policyTypes":["Ingress"]}""", "Some pods")]
    [InlineData("""{"podSelector":{},"policyTypes":["Egress"]}""", "Open")]
    [InlineData("""{"podSelector":{}}""", "Closed")]
    public void Namespace_ByItsPolicies_IsAsOpenAsTheySay(string spec, string word) => Assert.Equal(word, NamespaceIsolation.Of("media", State(Policy(spec))).Word);

    [Fact]
    public void Namespace_DefaultDenyAndAllowance_LetsThroughWhatIsAllowed()
    {
        var deny = Policy("""{"podSelector":{},"policyTypes":["Ingress"]}""");
        var allow = Policy("""{"podSelector":{"matchLabels":{"app":"db"}},"ingress":[{}]}""") with { Metadata = Meta("allow") };

        Assert.Equal("Only allowed", NamespaceIsolation.Of("media", State(deny, allow)).Word);
    }

    [Theory]
    [InlineData("""{"podSelector":{"matchLabels":{"app":"db"}},"ingress":[{"from":[{"podSelector":{}}],"ports":[{"protocol":"TCP","port":5432}]}]}""",
        "For pods with app=db.", "Reached by every pod of this namespace, on TCP 5432.")]
    [InlineData("""{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"kubernetes.io/metadata.name":"gitea"}},"podSelector":{"matchLabels":{"app":"web"}}}]}]}""",
        "For every pod.", "Reached by pods with app=web of namespace gitea, on every port.")]
    [InlineData("""{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{}}]}]}""", "For every pod.", "Reached by every pod of every namespace, on every port.")]
    [InlineData("""{"podSelector":{},"ingress":[{"from":[{"namespaceSelector":{"matchLabels":{"team":"x"}}}]}]}""",
        "For every pod.", "Reached by every pod of namespaces with team=x, of which there are none, on every port.")]
    [InlineData("""{"podSelector":{},"policyTypes":["Egress"],"egress":[{"to":[{"ipBlock":{"cidr":"0.0.0.0/0","except":["10.0.0.0/8"]}}],"ports":[{"port":8000,"endPort":8100},{"protocol":"UDP"}]}]}""",
        "For every pod.", "They may reach every address (0.0.0.0/0) except 10.0.0.0/8, on TCP 8000 to 8100, every UDP port.")]
    [InlineData("""{"podSelector":{},"policyTypes":["Egress"]}""", "For every pod.", "They may reach nothing by this policy.")]
    [InlineData("""{"podSelector":{},"ingress":[{}]}""", "For every pod.", "Reached by everybody, on every port.")]
    public void Policy_InWords_SaysWhoMayReachWhat(string spec, params string[] words) => Assert.Equal(words, PolicyWords.Of(Policy(spec), State()));

    private static NetworkPolicy Policy(string spec) =>
        ResourceTypes.NetworkPolicies.Decode(System.Text.Encoding.UTF8.GetBytes($$"""{"metadata":{"name":"policy","namespace":"media"},"spec":{{spec}}}"""));

    private static ClusterState State(params NetworkPolicy[] policies) => new()
    {
        IsConnected = true, NetworkPolicies = Kind(policies),
        Namespaces = Kind(new Namespace { Metadata = Meta("gitea", "", ("kubernetes.io/metadata.name", "gitea")) }, new Namespace { Metadata = Meta("media", "", ("kubernetes.io/metadata.name", "media")) }),
    };
}
