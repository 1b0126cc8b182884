using HomelabPortal.Dns.Ownership;

namespace HomelabPortal.Dns.Pages.Records;

/// <summary>Which lines are shown, as it stands in the address.</summary>
public sealed record RecordFilter(string? Zone, string? Type, string? Owner)
{
    public bool IsOn => Type is not null || Owner is not null;

    internal IEnumerable<RecordLine> Of(IEnumerable<RecordLine> lines) => lines.Where(line =>
        (Zone is null || line.Zone == Zone)
        && (Type is null || line.Value.Type.Equals(Type, StringComparison.OrdinalIgnoreCase))
        && (Owner is null || Matches(line)));

    private bool Matches(RecordLine line) => Owner switch
    {
        "ours" => line.Owner.IsOurs,
        "trouble" => line.Drift is not null || line.LeadsTo.IsDangling || line.Owner.Holder is RecordHolder.Drifted or RecordHolder.Contended or RecordHolder.Orphan,
        "others" => !line.Owner.IsOurs,
        _ => line.Owner.Holder.ToString().Equals(Owner, StringComparison.OrdinalIgnoreCase),
    };
}
