using HomelabPortal.Desired;
using HomelabPortal.Ui.Acts;

namespace HomelabPortal.Dns.Pages.Records;

/// <summary>What is asked before an act on one record.</summary>
/// <param name="Words">The button's words.</param>
/// <param name="Text">What will happen.</param>
/// <param name="TypedName">What must be typed first; null for acts that are easily taken back.</param>
internal sealed record RecordQuestion(RecordAct Act, string Title, string Words, string Text, string? TypedName, ActKind Kind)
{
    public static RecordQuestion Release(DnsEntry entry) => new(
        RecordAct.Release, $"Release {entry.Type} {entry.Name}?", "Release the record",
        "The record stays in the zone as it is. Our mark is taken off its comment, and the portal forgets it.", null, ActKind.Primary);

    public static RecordQuestion Delete(DnsEntry entry) => new(
        RecordAct.Delete, $"Delete {entry.Type} {entry.Name}?", "Delete the record",
        entry.AdoptedId is null ? "The record is deleted from the zone." : "It stood there before the portal came. It is deleted from the zone, not given back.", entry.AdoptedId is null ? null : entry.Name.Value, ActKind.Danger);

    public static RecordQuestion Accept(DnsEntry entry, LiveRecord live) => new(
        RecordAct.Accept, $"Accept what was changed at {entry.Name}?", "Accept the change", $"{live.Value.Describe(live.Name)} becomes what is wanted. Nothing is written to the zone.", null, ActKind.Primary);

    public static RecordQuestion Revert(string name) => new(
        RecordAct.Revert, $"Revert the hand change of {name}?", "Revert the change",
        "The record is put back to what is wanted, now and only this once. Under the policy Observe it waits until the policy lets it be written.", null, ActKind.Primary);
}
