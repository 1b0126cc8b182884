namespace HomelabPortal.Storage.Rows;

/// <summary>The answer to a request that carried an idempotency key, given again when the request is repeated.</summary>
internal sealed class IdempotencyRow
{
    public required string AccountId { get; set; }

    public required string Key { get; set; }

    /// <summary>SHA-256 of method, path and body: the same key with another request is a mistake.</summary>
    public required string RequestHash { get; set; }

    public required long AtTicks { get; set; }

    /// <summary>Null while the first request is still being worked on.</summary>
    public int? Status { get; set; }

    public string? Body { get; set; }

    public string? ETag { get; set; }
}
