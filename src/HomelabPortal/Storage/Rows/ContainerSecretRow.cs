namespace HomelabPortal.Storage.Rows;

/// <summary>One secret value of a container. It never changes: a new value is a new row, so that an older version can be taken back.</summary>
internal sealed class ContainerSecretRow
{
    public required string Id { get; set; }

    public required string ContainerId { get; set; }

    [Encrypted]
    public required string Value { get; set; }

    public required long CreatedAtTicks { get; set; }
}
