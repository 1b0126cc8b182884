namespace HomelabPortal.Dns.Api;

/// <summary>All wanted records at one revision of what is wanted.</summary>
internal sealed record RecordList(long Revision, IReadOnlyList<RecordResource> Items);
