using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Planning;

/// <summary>Free records as the owner typed them; those that lead to a tunnel are gone while the tunnels are closed.</summary>
internal sealed class DnsEntryCompiler : IDesiredCompiler
{
    public IEnumerable<DesiredResource> Compile(DesiredState desired) => 
        desired.DnsEntries.Where(entry => !(desired.AreTunnelsClosed && entry.IsTunnelled)).Select(DesiredDnsRecord.ForEntry);
}
