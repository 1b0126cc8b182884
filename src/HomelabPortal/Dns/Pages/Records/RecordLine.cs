using HomelabPortal.Dns.Ownership;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Dns.Pages.Records;

/// <summary>One record in the table of a zone.</summary>
/// <param name="Drift">What the plan would do about it; null when it is as wanted.</param>
public sealed record RecordLine(string ZoneId, string Zone, string Id, string Name, DnsValue Value, string Note, Destination LeadsTo, string? Drift)
{
    public RecordOwnership Owner { get; init; } = new(RecordHolder.Manual, "");

    public string OwnerWord => Owner.Holder.Word();

    public string OwnerWho => Owner.Who;

    public HealthState OwnerState => Owner.Holder.State();

    public string Href => $"/dns/{Zone}/{Id}";

    public string TtlText => Value.Ttl == DnsValue.AutomaticTtl ? "auto" : $"{Value.Ttl} s";

    public string MannerText => Value.IsProxied ? "proxied" : TtlText;
}
