namespace HomelabPortal.Docker;

/// <summary>Answer to an update.</summary>
/// <param name="Warnings">What the daemon warns of.</param>
internal sealed record UpdatedContainer(IReadOnlyList<string>? Warnings);
