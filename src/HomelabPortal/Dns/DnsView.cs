using System.Collections.Immutable;
using HomelabPortal.Desired;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns;

/// <summary>One complete look at every zone of the account.</summary>
internal sealed record DnsView(ImmutableArray<DnsZone> Zones) : ITargetView
{
    public const string Target = "dns";
    public const string RecordKind = "Record";

    public LabFacts Facts { get; } = new();

    public Plan Plan(PlanRequest request) => DnsPlanner.Plan(request, this);

    /// <summary>The zone with the longest matching suffix: a delegated sub-zone wins over its parent.</summary>
    public DnsZone? ZoneOf(Hostname name) =>
        Zones.Where(zone => name.IsWithin(zone.Name)).MaxBy(zone => zone.Name.Length);

    public static ResourceKey KeyOf(string name) => new(Target, RecordKind, name);
}
