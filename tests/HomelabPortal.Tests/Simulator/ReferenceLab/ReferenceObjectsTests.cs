using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.Objects;

namespace HomelabPortal.Tests.Simulator.ReferenceLab;

public sealed class ReferenceObjectsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 9, 30, 0, TimeSpan.Zero);
    private readonly IReadOnlyList<JsonObject> _objects = ReferenceObjects.All(Now);

    [Fact]
    public void House_AtStart_HasTheSizeOfTheRealLab()
    {
        Assert.Equal(4, Of("Node", "v1").Count());
        Assert.Equal(29, Of("IngressRoute").Count());
        Assert.InRange(Of("Deployment").Count() + Of("StatefulSet").Count(), 30, 60);
    }

    [Fact]
    public void House_AtStart_NamesEveryObjectOnce()
    {
        var keys = _objects.Select(item => $"{item["apiVersion"]}/{item["kind"]}/{item["metadata"]!["namespace"]}/{item["metadata"]!["name"]}").ToList();

        Assert.Equal(keys.Distinct().Count(), keys.Count);
        Assert.Equal(_objects.Count, _objects.Select(item => (string)item["metadata"]!["uid"]!).Distinct().Count());
    }

    [Fact]
    public void Routes_AtStart_ReachAServiceWithThatPort()
    {
        foreach (var route in Of("IngressRoute"))
        {
            var backend = route["spec"]!["routes"]![0]!["services"]![0]!;
            if ((string?)backend["kind"] == "TraefikService") continue;
            var service = Of("Service").Single(item => SameNamespace(item, route) && Name(item) == (string)backend["name"]!);
            Assert.Contains(service["spec"]!["ports"]!.AsArray(), port => (int)port!["port"]! == (int)backend["port"]!);
        }
    }

    [Fact]
    public void Slices_AtStart_HoldEveryPodOfTheirService()
    {
        var traefik = Of("EndpointSlice").Single(slice => (string)slice["metadata"]!["labels"]!["kubernetes.io/service-name"]! == "traefik");
        var broken = Of("EndpointSlice").Single(slice => (string)slice["metadata"]!["labels"]!["kubernetes.io/service-name"]! == "jellyseerr");

        Assert.Equal(2, traefik["endpoints"]!.AsArray().Count);
        Assert.False((bool)broken["endpoints"]![0]!["conditions"]!["ready"]!);
    }

    [Fact]
    public void Claims_AtStart_AreBoundToAVolumeThatLonghornKnows()
    {
        foreach (var claim in Of("PersistentVolumeClaim"))
        {
            var name = (string)claim["spec"]!["volumeName"]!;
            var volume = Assert.Single(Of("PersistentVolume"), item => Name(item) == name);
            Assert.Equal(volume["spec"]!["csi"] is not null, Of("Volume").Any(item => Name(item) == name));
        }
    }

    [Fact]
    public void Pods_AtStart_BelongToAnOwnerAndANode()
    {
        var uids = _objects.Select(item => (string)item["metadata"]!["uid"]!).ToHashSet();
        foreach (var pod in Of("Pod"))
        {
            Assert.Contains((string)pod["metadata"]!["ownerReferences"]![0]!["uid"]!, uids);
            Assert.Contains(Of("Node", "v1"), node => Name(node) == (string)pod["spec"]!["nodeName"]!);
        }
        Assert.Equal(Of("Pod").Count(), Of("Pod").Select(pod => (string)pod["status"]!["podIP"]!).Distinct().Count());
    }

    [Fact]
    public void Troubles_AtStart_AreThoseThePagesShouldReport()
    {
        var crashing = Assert.Single(Of("Pod"), pod => (string?)pod["status"]!["containerStatuses"]![0]!["state"]!["waiting"]?["reason"] == "CrashLoopBackOff");
        Assert.StartsWith("jellyseerr-", Name(crashing));

        var degraded = Of("Volume").Where(volume => (string)volume["status"]!["robustness"]! == "degraded");
        Assert.Equal(["radarr-config", "uptime-kuma-data"], degraded.Select(volume => (string)volume["status"]!["kubernetesStatus"]!["pvcName"]!).Order());

        var ending = Assert.Single(Of("Certificate"), item => DateTimeOffset.Parse((string)item["status"]!["notAfter"]!) < Now.AddDays(7));
        Assert.Equal(Now.AddDays(5), DateTimeOffset.Parse((string)ending["status"]!["notAfter"]!));
    }

    [Fact]
    public void Applications_AtStart_OwnMostObjectsButLeaveSomeToTheOwner()
    {
        var services = Of("Service").Where(service => Name(service) != "kubernetes").ToList();
        var tracked = services.Count(service => service["metadata"]!["annotations"]?["argocd.argoproj.io/tracking-id"] is not null);

        Assert.InRange(tracked, services.Count / 2, services.Count - 3);
        Assert.Equal("sonarr:apps/Deployment:media/sonarr",
            (string)Of("Deployment").Single(item => Name(item) == "sonarr")["metadata"]!["annotations"]!["argocd.argoproj.io/tracking-id"]!);
    }

    private IEnumerable<JsonObject> Of(string kind, string? apiVersion = null)
        => _objects.Where(item => (string)item["kind"]! == kind && (apiVersion is null || (string)item["apiVersion"]! == apiVersion));

    private static string Name(JsonObject item) => (string)item["metadata"]!["name"]!;

    private static bool SameNamespace(JsonObject left, JsonObject right)
        => (string)left["metadata"]!["namespace"]! == (string)right["metadata"]!["namespace"]!;
}
