namespace HomelabPortal.Gpu.Containers.Updates.Checking;

/// <summary>What a registry said of a tag when a host asked it.</summary>
/// <param name="Image">With its tag, as it was asked for.</param>
/// <param name="Digest">The version it had then; null until it said so once.</param>
/// <param name="At">When it last said so.</param>
/// <param name="TriedAt">When it was last asked.</param>
/// <param name="NextAt">When it is asked again.</param>
/// <param name="Fault">Why it did not say so the last time; null when it did.</param>
/// <param name="Failures">How often in a row it did not.</param>
public sealed record ImageFinding(
    string Image, string? Digest, DateTimeOffset? At, DateTimeOffset TriedAt, DateTimeOffset NextAt, FindingFault? Fault = null, int Failures = 0);
