using HomelabPortal.Cluster;
using HomelabPortal.Ingress;
using HomelabPortal.Ingress.Reading;
using HomelabPortal.Ingress.Reading.Kinds;
using HomelabPortal.Kubernetes;
using static HomelabPortal.Tests.Cluster.Objects;

namespace HomelabPortal.Tests.Ingress;

public sealed class LinkPathTests
{
    [Theory]
    [InlineData("", "https://web.cowlab.org/")]
    [InlineData("/", "https://web.cowlab.org/")]
    [InlineData("/grafana", "https://web.cowlab.org/grafana")]
    [InlineData("/api(/|$)(.*)", "https://web.cowlab.org/")]
    public void Link_LeadsToThePathUnlessThatIsAnExpression(string path, string expected) => Assert.Equal(expected, LinkPath.Of("https", "web.cowlab.org", path));

    [Fact]
    public void Ingress_IsOpenedAtItsFirstPath()
    {
        var paths = new[] { "/grafana", "/api" }.Select(path => new IngressPath { Path = path, PathType = "Prefix" });
        var ingress = new HomelabPortal.Kubernetes.Ingress
        {
            Metadata = Meta("web"), Spec = new IngressSpec { Rules = [new IngressRule { Host = "web.cowlab.org", Http = new IngressHttp { Paths = [.. paths] } }] },
        };

        var view = IngressReader.Read(new ClusterState { IsConnected = true, Ingresses = Kind(ingress) }, IngressState.Connecting, new IngressOptions(), Now).Routes.Single();

        Assert.Equal("http://web.cowlab.org/grafana", view.Hosts[0].Link);
    }
}
