namespace HomelabPortal.Overview;

/// <summary>Something that was changed in the lab.</summary>
/// <param name="Text">What, in a few words.</param>
/// <param name="By">A person, or the tool that keeps the thing.</param>
public sealed record RecentChange(DateTimeOffset At, string Text, string By, string Href);
