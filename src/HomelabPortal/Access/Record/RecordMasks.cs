namespace HomelabPortal.Access.Record;

/// <summary>The images of the record as they may be read.</summary>
internal sealed class RecordMasks(IEnumerable<IRecordMask> masks)
{
    public string? Of(string subjectKind, string? image) =>
        image is null ? null : masks.Select(mask => mask.Of(subjectKind, image)).FirstOrDefault(shown => shown is not null) ?? AuditImage.Shown(subjectKind, image);
}
