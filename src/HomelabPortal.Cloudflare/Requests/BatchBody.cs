namespace HomelabPortal.Cloudflare;

/// <summary>A batch as it is sent: what is empty is left out.</summary>
internal sealed record BatchBody(
    IReadOnlyList<IdResult>? Deletes,
    IReadOnlyList<DnsRecordBatchPatch>? Patches,
    IReadOnlyList<DnsRecordBatchPut>? Puts,
    IReadOnlyList<NewDnsRecord>? Posts)
{
    public static BatchBody From(DnsRecordBatch batch) => new(
        NullIfEmpty([.. batch.Deletes.Select(id => new IdResult(id))]),
        NullIfEmpty(batch.Patches),
        NullIfEmpty(batch.Puts),
        NullIfEmpty(batch.Posts));

    private static IReadOnlyList<T>? NullIfEmpty<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}
