using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Planning;

/// <summary>Free records as the owner typed them.</summary>
internal sealed class DnsEntryCompiler : IDesiredCompiler
{
    public IEnumerable<DesiredResource> Compile(DesiredState desired) => desired.DnsEntries.Select(DesiredDnsRecord.ForEntry);
}
