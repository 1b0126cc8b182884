namespace HomelabPortal.Storage.Rows;

/// <summary>The secret of a channel. It never changes: a new value is a new row, so that an older version can be taken back.</summary>
internal sealed class ChannelSecretRow
{
    public required string Id { get; set; }

    public required string ChannelId { get; set; }

    [Encrypted]
    public required string Value { get; set; }

    public required long CreatedAtTicks { get; set; }
}
