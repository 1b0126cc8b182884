using HomelabPortal.Cluster.Health;
using HomelabPortal.Platform;

namespace HomelabPortal.Cluster.LoadBalancer;

/// <summary>An address that a service holds.</summary>
/// <param name="Pool">The pool it lies in; empty for one outside all pools.</param>
/// <param name="Services">"namespace/name"; several may share one address.</param>
/// <param name="Nodes">Who answers for it in the network; empty where nobody says.</param>
/// <param name="Interfaces">On which of the node's interfaces.</param>
public sealed record HeldAddress(string Address, string Pool, ValueList<string> Services, ValueList<string> Nodes, ValueList<string> Interfaces, Verdict Health)
{
    public string ServiceText => string.Join(", ", Services);

    public string NodeText => string.Join(", ", Nodes);
}
