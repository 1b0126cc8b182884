namespace HomelabPortal.Tunnels.Editing;

/// <summary>A free rule as somebody typed or sent it, not yet judged.</summary>
/// <param name="OriginRequest">JSON.</param>
internal sealed record RuleText(string? Name, string? Path, string? Service, string? OriginRequest, string? LoginPolicy, bool IsPublicWithoutLogin, bool HasRecord);
