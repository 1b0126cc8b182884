namespace HomelabPortal.Docker;

/// <summary>What went wrong while the daemon waited.</summary>
/// <param name="Message">The daemon's words.</param>
public sealed record WaitError(string? Message);
