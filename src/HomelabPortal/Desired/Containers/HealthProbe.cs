namespace HomelabPortal.Desired.Containers;

/// <summary>A command that Docker runs in the container to see whether it serves.</summary>
/// <param name="Command">A line for the shell; empty switches the image's own check off.</param>
/// <param name="StartSeconds">How long failures do not count after the start.</param>
public sealed record HealthProbe(string Command, int IntervalSeconds = 30, int TimeoutSeconds = 10, int Retries = 3, int StartSeconds = 0);
