using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Planning;

/// <summary>One complete look at every zone of the account.</summary>
internal sealed record DnsView(ImmutableArray<DnsZone> Zones) : ITargetView
{
    public const string Target = "dns";
    public const string RecordKind = "Record";

    public LabFacts Facts => new(Leads: Zones.SelectMany(zone => zone.Records)
        .Where(record => record.Value.TunnelId is not null)
        .DistinctBy(record => record.Name)
        .ToImmutableDictionary(record => record.Name, record => new TunnelLead(record.Value.TunnelId!, record.Mark?.Instance, record.Mark?.OwnerId), StringComparer.Ordinal));

    public Plan Plan(PlanRequest request) => DnsPlanner.Plan(request, this);

    public DnsZone? ZoneOf(RecordName name) => new DnsState(Zones).ZoneOf(name);

    public static ResourceKey KeyOf(string name) => new(Target, RecordKind, name);
}
