namespace HomelabPortal.Dns.Ownership;

/// <summary>Whose a record is, in words too.</summary>
/// <param name="Who">The tool or the entry, for a person: "external-dns (owner cowlab)".</param>
/// <param name="EntryId">The free entry that wants it; null when an exposure or nobody does.</param>
/// <param name="ExposureId">The exposure that wants it.</param>
public sealed record RecordOwnership(RecordHolder Holder, string Who, string? EntryId = null, string? ExposureId = null)
{
    public bool IsOurs => Holder is RecordHolder.Ours or RecordHolder.Drifted or RecordHolder.Adopted;

    /// <summary>Another tool would put it back, or fight over it: taking it needs the owner's insistence.</summary>
    public bool NeedsInsistence => Holder is RecordHolder.OtherTool or RecordHolder.Terraform;

    /// <summary>Why it cannot be adopted; null when it can.</summary>
    public string? WhyNotAdopt => Holder switch
    {
        RecordHolder.Ours or RecordHolder.Drifted or RecordHolder.Adopted => "The portal looks after it already.",
        RecordHolder.ReadOnly => "Another product of Cloudflare made it; it cannot be edited.",
        RecordHolder.Contended => "It was the portal's and its mark was taken off. Delete the entry here first, then adopt the record.",
        _ => null,
    };
}
