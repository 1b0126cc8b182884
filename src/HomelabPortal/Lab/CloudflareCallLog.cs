using System.Collections.Immutable;
using HomelabPortal.Cloudflare;

namespace HomelabPortal.Lab;

/// <summary>What the calls to Cloudflare have taught so far.</summary>
/// <param name="Last">The call made last.</param>
/// <param name="LastFault">The failed call made last.</param>
/// <param name="LastAnswer">When Cloudflare last answered at all, well or badly.</param>
/// <param name="Allowed">Permissions that a write has shown to be there.</param>
/// <param name="Refused">Permissions that a call was refused for want of, with the last time.</param>
internal sealed record CloudflareCallLog(
    CloudflareCall? Last, CloudflareCall? LastFault, DateTimeOffset? LastAnswer, ImmutableHashSet<string> Allowed, ImmutableDictionary<string, DateTimeOffset> Refused)
{
    public static CloudflareCallLog Empty { get; } = new(null, null, null, [], ImmutableDictionary<string, DateTimeOffset>.Empty);

    public CloudflareCallLog With(CloudflareCall call) => new(
        call,
        call.Fault is null ? LastFault : call,
        call.Fault?.Kind is CloudflareErrorKind.Unreachable or CloudflareErrorKind.Unavailable ? LastAnswer : call.At,
        call is { Fault: null, IsWrite: true, Permission: { } shown } ? Allowed.Add(shown) : Lacks(call) is { } gone ? Allowed.Remove(gone) : Allowed,
        call is { Fault: null, Permission: { } granted } ? Refused.Remove(granted) : Lacks(call) is { } missing ? Refused.SetItem(missing, call.At) : Refused);

    private static string? Lacks(CloudflareCall call) => call.Fault?.MissingPermission;
}
