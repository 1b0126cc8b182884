namespace HomelabPortal.Storage.Rows;

internal sealed class ChannelRow
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The channel as JSON; its secret is named in it, never held.</summary>
    public required string Document { get; set; }
}
