namespace HomelabPortal.Storage.Rows;

/// <summary>One committed edit of the desired state; the highest id is the current revision.</summary>
internal sealed class RevisionRow
{
    public long Id { get; set; }

    public required long AtTicks { get; set; }

    public required string Actor { get; set; }
}
