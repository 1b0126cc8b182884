using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>Who holds the address of the API server, and whether it answers.</summary>
internal sealed class LoadBalancerOptions : IValidatedOptions
{
    public static string Section => "LoadBalancer";

    /// <summary>The lease of kube-vip as namespace/name; empty when the cluster has none.</summary>
    public string ApiLease { get; set; } = "kube-system/plndr-cp-lock";

    /// <summary>Where the API server is tried, as host:port; empty takes the address the portal itself uses.</summary>
    public string ApiAddress { get; set; } = "";

    /// <summary>How often both are looked at.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>A connection that takes longer counts as none.</summary>
    public TimeSpan ConnectWithin { get; set; } = TimeSpan.FromSeconds(3);

    public (string Namespace, string Name)? Lease => ApiLease.Split('/') is [var ns, var name] ? (ns, name) : null;

    public IEnumerable<string> Faults()
    {
        if (ApiLease.Length > 0 && ApiLease.Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
            yield return $"LoadBalancer:ApiLease “{ApiLease}” is not namespace/name, for example kube-system/plndr-cp-lock. Leave it empty when the cluster has no kube-vip.";
        if (ApiAddress.Length > 0 && ProbeTarget.Parse(ApiAddress) is null)
            yield return $"LoadBalancer:ApiAddress “{ApiAddress}” is not host:port, for example 10.0.0.200:6443.";
        if (LookEvery < TimeSpan.FromSeconds(1) || LookEvery > TimeSpan.FromHours(1))
            yield return $"LoadBalancer:LookEvery is {LookEvery}. Give between one second and one hour.";
        if (ConnectWithin < TimeSpan.FromMilliseconds(100) || ConnectWithin > TimeSpan.FromMinutes(1))
            yield return $"LoadBalancer:ConnectWithin is {ConnectWithin}. Give between 0.1 seconds and one minute.";
    }
}
