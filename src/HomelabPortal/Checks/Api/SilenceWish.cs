namespace HomelabPortal.Checks.Api;

/// <summary>How long nobody is told about a check.</summary>
/// <param name="Minutes">From 1 to 43200, which is 30 days.</param>
internal sealed record SilenceWish(int? Minutes = null);
