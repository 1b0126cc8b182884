using HomelabPortal.Reconcile;

namespace HomelabPortal.Dns.Planning;

/// <summary>A wanted record with everything that bears on it.</summary>
/// <param name="Own">The live record that the ledger speaks of, or null.</param>
/// <param name="Coming">Names that will have a record when the plan is carried out.</param>
internal sealed record DnsWish(
    DesiredDnsRecord Desired, DnsValue Value, DnsZone Zone, DnsMark Mark, LedgerEntry? Entry, LiveRecord? Own, IReadOnlySet<string> Coming)
{
    public string Name => Desired.Name.Value;

    /// <summary>Exposures own a name; free entries own one record of it.</summary>
    public bool IsWholeName => Desired.Content is not DnsContent.Typed;

    public DnsImage Image => new(Zone.Id, Name, Value, Mark.With(Desired.Note)) { GiveBack = Desired.Adoption?.GiveBack };

    /// <summary>Marked for this owner, or for the one that had the name when we last wrote the record.</summary>
    public bool IsOurs(LiveRecord live) => live.Mark == Mark || IsTakenOver(live);

    /// <summary>Ours, and made for another owner, who had the name before.</summary>
    public bool IsTakenOver(LiveRecord live) => Entry is not null && Entry.OwnerId != Mark.OwnerId && live.Mark == Mark with { OwnerId = Entry.OwnerId };

    /// <summary>What is written over a live record: a note that is not ours to say stays as it is.</summary>
    public DnsImage ImageOver(LiveRecord live)
    {
        if (Desired.Note is not null || !IsOurs(live))
            return Image;
        return Image with { Comment = live.Mark == Mark ? live.Comment : Mark.With(live.Note) };
    }

    public bool IsAsWanted(LiveRecord live) => live.Value == Value && live.Comment == ImageOver(live).Comment;

    /// <summary>For the LAN it is enough that the answer is right, whoever gives it.</summary>
    public bool IsServedByOthers()
    {
        if (Desired.Content is not DnsContent.Lan)
            return false;
        var others = Zone.At(Name).Where(record => record != Own && record.Value.Type is "A" or "AAAA" or "CNAME").ToList();
        return others.Count > 0
            ? others.All(record => record.Value.Type == Value.Type && record.Value.Content == Value.Content && !record.Value.IsProxied)
            : Wildcards.AlreadyAnswer(Name, Value, Zone, Own, Coming);
    }
}
