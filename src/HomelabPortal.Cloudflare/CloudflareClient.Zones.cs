namespace HomelabPortal.Cloudflare;

public sealed partial class CloudflareClient
{
    /// <summary>All zones the token can see (GET /zones).</summary>
    public Task<IReadOnlyList<Zone>> ListZonesAsync(CancellationToken cancellationToken) =>
        _pager.ReadAllAsync(
            page => new ApiCall(HttpMethod.Get, $"zones?page={page}&per_page=50", "list the zones", CloudflarePermission.ZoneRead),
            zone => zone.Id, CloudflareJson.Wire.EnvelopeIReadOnlyListZone, _priority, cancellationToken);

    /// <summary>All records of a zone (GET /zones/{id}/dns_records).</summary>
    public Task<IReadOnlyList<DnsRecord>> ListRecordsAsync(string zoneId, CancellationToken cancellationToken) =>
        ListRecordsAsync(zoneId, new DnsRecordFilter(), cancellationToken);

    /// <summary>The records of a zone that meet every condition of the filter.</summary>
    public Task<IReadOnlyList<DnsRecord>> ListRecordsAsync(string zoneId, DnsRecordFilter filter, CancellationToken cancellationToken)
    {
        var path = Records(zoneId);
        return _pager.ReadAllAsync(
            page => new ApiCall(
                HttpMethod.Get,
                path + ApiCall.Query([("page", $"{page}"), ("per_page", $"{_transport.RecordsPerPage}"), .. filter.ToQuery()]),
                $"list the DNS records of zone {zoneId}",
                CloudflarePermission.DnsRead),
            record => record.Id, CloudflareJson.Wire.EnvelopeIReadOnlyListDnsRecord, _priority, cancellationToken);
    }

    /// <summary>Creates a record (POST). Not idempotent: <see cref="CloudflareErrorKind.RecordConflict"/> may mean that an earlier try was done.</summary>
    public Task<DnsRecord> CreateRecordAsync(string zoneId, NewDnsRecord record, CancellationToken cancellationToken) =>
        SendAsync(
            new ApiCall(HttpMethod.Post, Records(zoneId), $"create the {record.Type} record {record.Name}", CloudflarePermission.DnsEdit)
            {
                Body = Json(record, CloudflareJson.Wire.NewDnsRecord),
            },
            CloudflareJson.Wire.EnvelopeDnsRecord, cancellationToken);

    /// <summary>Changes the given fields of a record (PATCH); the others stay.</summary>
    public Task<DnsRecord> PatchRecordAsync(string zoneId, string recordId, DnsRecordPatch patch, CancellationToken cancellationToken) =>
        SendAsync(
            new ApiCall(HttpMethod.Patch, $"{Records(zoneId)}/{Segment(recordId)}", $"change the DNS record {patch.Name ?? recordId}", CloudflarePermission.DnsEdit)
            {
                Body = Json(patch, CloudflareJson.Wire.DnsRecordPatch),
            },
            CloudflareJson.Wire.EnvelopeDnsRecord, cancellationToken);

    /// <summary>Deletes a record. False when there was none of that ID.</summary>
    public Task<bool> DeleteRecordAsync(string zoneId, string recordId, CancellationToken cancellationToken) =>
        DeleteAsync(
            new ApiCall(HttpMethod.Delete, $"{Records(zoneId)}/{Segment(recordId)}", $"delete the DNS record {recordId}", CloudflarePermission.DnsEdit),
            cancellationToken);

    /// <summary>The whole zone as a BIND zone file (GET /zones/{id}/dns_records/export).</summary>
    public Task<string> ExportZoneAsync(string zoneId, CancellationToken cancellationToken)
    {
        var call = new ApiCall(HttpMethod.Get, Records(zoneId) + "/export", $"export the zone {zoneId}", CloudflarePermission.DnsRead) { Accept = "text/plain" };
        return _transport.SendAsync(call, answer => EnvelopeReader.ReadText(call, answer), _priority, cancellationToken);
    }

    /// <summary>
    /// Makes all changes in one transaction or none (POST /zones/{id}/dns_records/batch).
    /// Throws <see cref="CloudflareErrorKind.Validation"/> without calling when there are none or more than <see cref="DnsRecordBatch.Limit"/>.
    /// </summary>
    public async Task<DnsRecordBatchResult> BatchRecordsAsync(string zoneId, DnsRecordBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Count is 0 or > DnsRecordBatch.Limit)
            throw new CloudflareApiException(
                CloudflareErrorKind.Validation,
                $"A batch of DNS changes holds 1 to {DnsRecordBatch.Limit} operations; this one has {batch.Count}. Nothing was sent.");
        var call = new ApiCall(HttpMethod.Post, $"{Records(zoneId)}/batch", $"make {batch.Count} DNS changes", CloudflarePermission.DnsEdit)
        {
            Body = Json(BatchBody.From(batch), CloudflareJson.Wire.BatchBody),
        };
        return await SendAsync(call, CloudflareJson.Wire.EnvelopeDnsRecordBatchResult, cancellationToken).ConfigureAwait(false);
    }

    private static string Records(string zoneId) => $"zones/{Segment(zoneId)}/dns_records";

    // 7000 and 7003 say that the address itself leads nowhere, so nothing is known about the object.
    private static bool IsAbsence(CloudflareApiException e) =>
        e.Kind == CloudflareErrorKind.NotFound && !e.HasCode(7000) && !e.HasCode(7003);
}
