using System.Text;
using HomelabPortal.Kubernetes;

namespace HomelabPortal.Tests.Kubernetes;

public sealed class SharedDecodingTests
{
    private const string Template = """
        {"metadata":{"name":"NAME"},"spec":{
          "containers":[{"name":"app","image":"IMAGE","ports":[{"name":"http","containerPort":8080,"protocol":"TCP"}],
            "env":[{"name":"TOKEN","value":"hunter2"},{"name":"KEY","valueFrom":{"secretKeyRef":{"name":"keys","key":"a"}}}],
            "livenessProbe":{"httpGet":{"path":"/healthz","port":"http"},"periodSeconds":10},
            "volumeMounts":[{"name":"kube-api-access-RANDOM","mountPath":"/var/run/secrets","readOnly":true}]}],
          "volumes":[{"name":"kube-api-access-RANDOM","projected":{"sources":[]}},{"name":"data","persistentVolumeClaim":{"claimName":"data"}},
            {"name":"tmp","emptyDir":{"medium":"Memory"}},{"name":"new","fancyDisk":{"name":"x","depth":{"deeper":[1]}}},{"name":"share","nfs":{"server":"nas","path":"/m"}}]}}
        """;

    [Fact]
    public void Containers_OfReplicas_AreOneInstance()
    {
        var (one, other) = (Pod("a", "web:1", "x7k2p"), Pod("b", "web:1", "q9d4z"));

        Assert.Same(one.Spec.Containers, other.Spec.Containers);
        Assert.Same(one.Spec.Volumes, other.Spec.Volumes);
        Assert.Equal("kube-api-access", one.Spec.Volumes[0].Name);
    }

    [Fact]
    public void Containers_ThatDifferInOneCharacter_AreNot()
    {
        var (one, other) = (Pod("a", "web:1", "x"), Pod("b", "web:2", "x"));

        Assert.Equal("web:1", Assert.Single(one.Spec.Containers).Image);
        Assert.Equal("web:2", Assert.Single(other.Spec.Containers).Image);
    }

    [Fact]
    public void Environment_HasNamesAndSourcesAndNoValues()
    {
        var container = Assert.Single(Pod("a", "web:1", "x").Spec.Containers);

        Assert.Equal(["TOKEN", "KEY"], container.Environment.Select(variable => variable.Name));
        Assert.Equal("keys", container.Environment[1].ValueFrom?.SecretKeyRef?.Name);
        Assert.DoesNotContain("hunter2", container.ToString() + string.Join(' ', container.Environment));
    }

    [Fact]
    public void Volumes_OfEveryKind_SayWhatTheyAre()
    {
        var volumes = Pod("a", "web:1", "x").Spec.Volumes;

        Assert.Equal(["projected", "persistentVolumeClaim", "emptyDir", "fancyDisk", "nfs"], volumes.Select(volume => volume.Kind));
        Assert.Equal(["", "data", "Memory", "x", "nas:/m"], volumes.Select(volume => volume.Source));
        Assert.Equal("data", volumes[1].PersistentVolumeClaim?.ClaimName);
        Assert.Equal("Memory", volumes[2].EmptyDir?.Medium);
    }

    [Theory]
    [InlineData("""{"spec":{"containers":null,"volumes":null,"securityContext":null}}""")]
    [InlineData("""{"spec":{"containers":[],"initContainers":[],"volumes":[]}}""")]
    public void Lists_EmptyOrNull_AreEmpty(string json)
    {
        var pod = ResourceTypes.Pods.Decode(Encoding.UTF8.GetBytes(json));

        Assert.Empty(pod.Spec.Containers);
        Assert.Empty(pod.Spec.Volumes);
    }

    private static Pod Pod(string name, string image, string random) =>
        ResourceTypes.Pods.Decode(Encoding.UTF8.GetBytes(Template.Replace("NAME", name).Replace("IMAGE", image).Replace("RANDOM", random)));
}
