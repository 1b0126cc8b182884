using HomelabPortal.Cloudflare;
using HomelabPortal.Platform;

namespace HomelabPortal.Lab;

/// <summary>Overhears every call to Cloudflare, whoever makes it.</summary>
internal sealed class CloudflareCalls
{
    private readonly Lock _gate = new();
    private CloudflareCallLog _log = CloudflareCallLog.Empty;

    public CloudflareCallLog Log => Volatile.Read(ref _log);

    /// <summary>Raised when a call changed what is known about the token, not for every call.</summary>
    public Signal Learned { get; } = new();

    public void Note(CloudflareCall call)
    {
        bool isNews;
        lock (_gate)
        {
            var before = _log;
            var after = before.With(call);
            isNews = !before.Refused.Keys.ToHashSet().SetEquals(after.Refused.Keys) || Kind(after) != Kind(before);
            Volatile.Write(ref _log, after);
        }
        if (isNews)
            Learned.Raise();
    }

    private static CloudflareErrorKind? Kind(CloudflareCallLog log) => log.Last?.Fault?.Kind;
}
