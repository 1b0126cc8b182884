namespace HomelabPortal.Storage.Rows;

internal sealed class ExposureRow
{
    public required string Id { get; set; }

    public required string Hostname { get; set; }

    /// <summary>The backend as JSON with a kind, so that new kinds need no new columns.</summary>
    public required string Backend { get; set; }

    public required string Visibility { get; set; }

    public string? LoginPolicy { get; set; }

    public bool IsPublicWithoutLogin { get; set; }

    /// <summary>JSON array of namespace/name.</summary>
    public required string Middlewares { get; set; }

    /// <summary>JSON array of paths.</summary>
    public string OpenPaths { get; set; } = "[]";

    /// <summary>UTC ticks: SQLite cannot compare offsets.</summary>
    public long? ExpiresAtTicks { get; set; }
}
