namespace HomelabPortal.Storage.Rows;

/// <summary>Nobody is told about a check until then.</summary>
internal sealed class CheckSilenceRow
{
    public required string CheckId { get; set; }

    public required long UntilTicks { get; set; }

    public required string Actor { get; set; }
}
