namespace HomelabPortal.Storage.Rows;

internal sealed class ContainerRow
{
    public required string Id { get; set; }

    public required string Host { get; set; }

    public required string Name { get; set; }

    /// <summary>The container as JSON; secret values are named in it, never held.</summary>
    public required string Document { get; set; }
}
