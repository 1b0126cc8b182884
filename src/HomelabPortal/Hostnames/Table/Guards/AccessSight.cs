using HomelabPortal.Platform;

namespace HomelabPortal.Hostnames.Table.Guards;

/// <summary>What is known of the applications of Cloudflare Access.</summary>
/// <param name="Fault">Why they cannot be told now; null while they can.</param>
internal sealed record AccessSight(ValueList<AccessGuard> Guards, string? Fault)
{
    public static AccessSight Unseen { get; } = new([], "Whether Cloudflare Access guards it has not been read.");

    /// <summary>The application that guards a request: the most specific hostname first, then the longest path. Null when none does.</summary>
    public AccessGuard? Of(string host, string path) => Guards
        .Where(guard => guard.Covers(host, path))
        .OrderByDescending(guard => guard.Domain == host)
        .ThenByDescending(guard => guard.Domain.Count(letter => letter == '.'))
        .ThenByDescending(guard => guard.Path.Length)
        .FirstOrDefault();
}
