using HomelabPortal.Cluster.Objects;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Services;

/// <summary>One service as tables show it. Two rows are equal when they look the same.</summary>
/// <param name="Code">What decides its health; empty when nothing is wrong.</param>
/// <param name="Ports">As kubectl says it: "80:30080/TCP".</param>
/// <param name="PortText">As people say it: "80, 53 UDP".</param>
/// <param name="ExternalIp">As kubectl says it.</param>
/// <param name="Endpoints">As kubectl says it: "10.42.1.7:8080".</param>
public sealed record ServiceRow(
    string Namespace, string Name, string Uid, HealthState State, string Word, string Sentence, string NextStep, string Code, bool NeedsSomeone, DateTimeOffset? Since,
    string Type, string ClusterIp, string ExternalIp, string Ports, string PortText, int Ready, int All, string Endpoints, DateTimeOffset? Created)
{
    public string Href => ObjectHref.Of("Service", Namespace, Name) ?? "/cluster/services";

    public bool IsHeadless => ClusterIp == "None";

    /// <summary>"ClusterIP", "headless", "LoadBalancer".</summary>
    public string TypeText => IsHeadless ? "headless" : Type;

    /// <summary>The address that people use: that of the load balancer before the cluster's own.</summary>
    public string Address => Type is "LoadBalancer" or "ExternalName" || ExternalIp is not ("<none>" or "<unknown>") ? ExternalIp : ClusterIp;

    public string ReadyText => All == 0 && Type == "ExternalName" ? "–" : $"{Ready}/{All}";
}
