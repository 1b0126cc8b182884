using System.Text.Json.Nodes;
using HomelabPortal.Simulator.ReferenceLab.House;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The API address (kube-vip), the LAN address pool (MetalLB), namespaces.</summary>
internal static class PlatformObjects
{
    private const string Metal = "metallb.io/v1beta1";

    public static IEnumerable<JsonObject> All(DateTimeOffset now) =>
    [
        .. LabApps.Namespaces.Select(name => Namespace(name, now)),
        VirtualAddressLease(now),
        AddressPool(now),
        Advertisement(now),
        ServiceL2Status(now),
        .. StorageClassObjects.All(now),
    ];

    private static JsonObject Namespace(string name, DateTimeOffset now)
        => Manifest.New("v1", "Namespace", null, name, now.AddDays(-402))
            .Labelled(("kubernetes.io/metadata.name", name))
            .With("spec", new JsonObject { ["finalizers"] = new JsonArray("kubernetes") })
            .With("status", new JsonObject { ["phase"] = "Active" });

    private static JsonObject VirtualAddressLease(DateTimeOffset now)
        => Manifest.New("coordination.k8s.io/v1", "Lease", "kube-system", "plndr-cp-lock", now.AddDays(-402))
            .With("spec", new JsonObject
            {
                ["holderIdentity"] = "node0",
                ["leaseDurationSeconds"] = 15,
                ["acquireTime"] = Manifest.MicroTime(now.AddDays(-23)),
                ["renewTime"] = Manifest.MicroTime(now.AddSeconds(-1)),
                ["leaseTransitions"] = 4,
            });

    private static JsonObject AddressPool(DateTimeOffset now)
        => Manifest.New(Metal, "IPAddressPool", "metallb-system", "lan", now.AddDays(-402)).TrackedBy("metallb")
            .With("spec", new JsonObject
            {
                ["addresses"] = new JsonArray("10.0.0.80-10.0.0.99"), ["autoAssign"] = true, ["avoidBuggyIPs"] = false,
            });

    private static JsonObject Advertisement(DateTimeOffset now)
        => Manifest.New(Metal, "L2Advertisement", "metallb-system", "lan", now.AddDays(-402)).TrackedBy("metallb")
            .With("spec", new JsonObject { ["ipAddressPools"] = new JsonArray("lan"), ["interfaces"] = new JsonArray("end0") });

    private static JsonObject ServiceL2Status(DateTimeOffset now)
        => Manifest.New(Metal, "ServiceL2Status", "metallb-system", "l2-" + StableId.Suffix("traefik", 5), now.AddDays(-23))
            .Labelled(("metallb.io/node", "node1"), ("metallb.io/service-name", "traefik"), ("metallb.io/service-namespace", "traefik"))
            .With("spec", new JsonObject())
            .With("status", new JsonObject
            {
                ["node"] = "node1",
                ["serviceName"] = "traefik",
                ["serviceNamespace"] = "traefik",
                ["interfaces"] = new JsonArray(new JsonObject { ["name"] = "end0" }),
            });
}
