namespace HomelabPortal.Cloudflare;

/// <summary>One finished call, for those who keep an eye on the account.</summary>
/// <param name="What">What was asked for: completes "Cloudflare refused to …".</param>
/// <param name="Permission">The permission it needs; null for checks of the token itself.</param>
/// <param name="IsWrite">Whether it asked for a change.</param>
/// <param name="At">When the answer came, or was given up.</param>
/// <param name="Fault">Why it failed; null when it did not.</param>
public sealed record CloudflareCall(string What, string? Permission, bool IsWrite, DateTimeOffset At, CloudflareApiException? Fault);
