namespace HomelabPortal.Storage.Rows;

/// <summary>A plan that was applied, as it was shown.</summary>
internal sealed class PlanRow
{
    public long Id { get; set; }

    public required long AtTicks { get; set; }

    public required long Revision { get; set; }

    public required string Text { get; set; }

    public required string Status { get; set; }
}
