namespace HomelabPortal.Storage.Rows;

/// <summary>A key that encrypts rows, itself encrypted by the master key, which is not in the database.</summary>
internal sealed class DataKeyRow
{
    public int Id { get; set; }

    /// <summary>Tells which master key wraps it, without revealing it.</summary>
    public required string MasterKeyId { get; set; }

    public required byte[] Wrapped { get; set; }

    public required long CreatedAtTicks { get; set; }
}
