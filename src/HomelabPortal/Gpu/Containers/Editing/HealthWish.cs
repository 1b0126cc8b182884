namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>How Docker tells whether a container serves.</summary>
/// <param name="Command">A line for the shell in the container; empty switches the image's own check off.</param>
/// <param name="StartSeconds">How long failures do not count after the start.</param>
internal sealed record HealthWish(string? Command = null, int? IntervalSeconds = null, int? TimeoutSeconds = null, int? Retries = null, int? StartSeconds = null);
