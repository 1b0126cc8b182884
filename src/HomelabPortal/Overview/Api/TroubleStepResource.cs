namespace HomelabPortal.Overview.Api;

/// <summary>What to do next about a trouble.</summary>
/// <param name="Text">Such as "Logs" or "Restart sonarr".</param>
/// <param name="Link">The page for it.</param>
/// <param name="IsAct">Something is changed once it is confirmed there.</param>
internal sealed record TroubleStepResource(string Text, string Link, bool IsAct);
