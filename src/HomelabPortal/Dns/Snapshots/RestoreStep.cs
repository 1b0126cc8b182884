using HomelabPortal.Desired;

namespace HomelabPortal.Dns.Snapshots;

/// <summary>What restoring a snapshot does with one record.</summary>
/// <param name="Text">What happens to what: "A nas.cowlab.org → 10.0.0.20".</param>
/// <param name="Why">Why it is put back, or left alone.</param>
/// <param name="Entry">The entry to be wanted again; null when the record is left alone.</param>
internal sealed record RestoreStep(string Text, string Why, DnsEntry? Entry)
{
    public bool IsEdit => Entry is not null;
}
