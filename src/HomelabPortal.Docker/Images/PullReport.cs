namespace HomelabPortal.Docker;

/// <summary>An object of the pull stream as it is sent.</summary>
internal sealed record PullReport(string? Status, string? Id, PullDetail? ProgressDetail, PullFault? ErrorDetail, string? Error)
{
    // The first line carries the tag where later ones carry a layer.
    public PullProgress ToProgress() => new(
        Status?.StartsWith("Pulling from ", StringComparison.Ordinal) == true ? null : Id, Status ?? "", ProgressDetail?.Current, ProgressDetail?.Total);
}
