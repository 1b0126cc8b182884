namespace HomelabPortal.CloudflareAccount;

/// <summary>One call, in words: what it was for, when it ended, and what was the matter if it failed.</summary>
public sealed record CallNote(string What, DateTimeOffset At, string? Problem);
