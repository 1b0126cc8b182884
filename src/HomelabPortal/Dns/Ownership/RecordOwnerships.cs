using HomelabPortal.Dns.Planning;

namespace HomelabPortal.Dns.Ownership;

/// <summary>
/// Pure: says in whose care a record is.
/// <code>
/// mark on it      in the ledger   wanted    holder
/// ours            yes             any       Adopted when it stood there before, else Ours; Drifted when it is not as we wrote it
/// ours            no              yes       Ours: the next pass takes note of it
/// ours            no              no        Orphan
/// another portal  any             any       OtherTool
/// none            yes             any       Contended
/// none            no              any       ReadOnly, OtherTool by its claim, Terraform by its words, else Manual
/// </code>
/// </summary>
internal static class RecordOwnerships
{
    private static readonly string[] _terraform = ["terraform", "opentofu", "managed-by:tf", "managed by tofu", "pulumi"];

    public static RecordOwnership Of(LiveRecord record, OwnershipFacts facts)
    {
        var made = facts.MadeAs(record.Id);
        if (record.Mark is { } mark)
            return mark.Instance == facts.Instance ? Marked(record, mark, facts) : new(RecordHolder.OtherTool, $"another portal (instance {mark.Instance})");
        if (made is not null)
            return new(RecordHolder.Contended, $"was the portal's; changed by {DnsOwner.Of(record, facts.Claims, facts.Instance)}", facts.Entry(made.OwnerId)?.Id, facts.Exposure(made.OwnerId)?.Id);
        if (record.IsReadOnly)
            return new(RecordHolder.ReadOnly, "another product of Cloudflare");
        if (facts.Claims.Of(record) is { } tool)
            return new(RecordHolder.OtherTool, tool);
        return LooksLikeTerraform(record) ? new(RecordHolder.Terraform, "Terraform, by its comment or tags") : new(RecordHolder.Manual, "nobody's claim is on it");
    }

    private static RecordOwnership Marked(LiveRecord record, DnsMark mark, OwnershipFacts facts)
    {
        var (entry, exposure) = (facts.Entry(mark.OwnerId), facts.Exposure(mark.OwnerId));
        if (facts.MadeAs(record.Id) is not { } made || made.OwnerId != mark.OwnerId)
            return entry is null && exposure is null
                ? new(RecordHolder.Orphan, "carries this portal's mark, but nothing here asks for it")
                : new(RecordHolder.Ours, "the next pass takes note of it", entry?.Id, exposure?.Id);
        var last = DnsImage.From(made.LastApplied);
        var who = exposure is not null ? $"the exposure {exposure.Hostname}" : entry is not null ? "an entry of yours" : "being taken away";
        if (last.Value != record.Value)
            return new(RecordHolder.Drifted, who, entry?.Id, exposure?.Id);
        return new(last.GiveBack is null ? RecordHolder.Ours : RecordHolder.Adopted, who, entry?.Id, exposure?.Id);
    }

    private static bool LooksLikeTerraform(LiveRecord record) =>
        _terraform.Any(word => record.Comment?.Contains(word, StringComparison.OrdinalIgnoreCase) == true || record.Tags?.Contains(word, StringComparison.OrdinalIgnoreCase) == true);
}
