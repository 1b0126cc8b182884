namespace HomelabPortal.Platform;

/// <summary>A part that takes a moment after start before the portal is worth looking at.</summary>
internal interface IReadiness
{
    /// <summary>What is still awaited, or null when ready. An outside system that is down is not awaited.</summary>
    string? WaitsFor { get; }
}
