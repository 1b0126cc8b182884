using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.LoadBalancer.Api;

/// <summary>An address that services hold.</summary>
/// <param name="Pool">Empty for an address of no pool.</param>
/// <param name="Services">As namespace/name.</param>
/// <param name="AnnouncedBy">The nodes that answer for it; empty where nobody says.</param>
internal sealed record HeldAddressResource(string Address, string Pool, IReadOnlyList<string> Services, IReadOnlyList<string> AnnouncedBy, HealthState State, string Sentence)
{
    public static HeldAddressResource Of(HeldAddress held) => new(held.Address, held.Pool, [.. held.Services], [.. held.Nodes], held.Health.State, held.Health.Sentence);
}
