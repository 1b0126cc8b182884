namespace HomelabPortal.Overview.Api;

/// <summary>The lab in a few lines.</summary>
/// <param name="Revision">Of what is wanted.</param>
/// <param name="Headline">What the home page says largest, such as "Two things need you" or "Cloudflare cannot be seen"; null while nothing is known.</param>
/// <param name="AsOf">When the troubles were last worked out.</param>
/// <param name="Fault">What cannot be seen and why, so that the troubles may be out of date or not all; null while everything that is connected is seen.</param>
/// <param name="Troubles">What needs somebody; null while nothing is known, which is not the same as nothing wrong.</param>
internal sealed record LabResource(
    string Name, bool IsSimulated, long Revision, IReadOnlyList<SourceResource> Sources, string? Headline, DateTimeOffset? AsOf, string? Fault, IReadOnlyList<TroubleResource>? Troubles);
