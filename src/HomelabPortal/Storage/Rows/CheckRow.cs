namespace HomelabPortal.Storage.Rows;

internal sealed class CheckRow
{
    public required string Id { get; set; }

    public required string Name { get; set; }

    /// <summary>The check as JSON.</summary>
    public required string Document { get; set; }
}
