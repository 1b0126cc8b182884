using System.Security.Cryptography;

namespace HomelabPortal.Access.Accounts.Passkeys;

/// <summary>Challenges that were given out and not answered yet. Each is answered once, within five minutes, by the browser and for the purpose it was made for.</summary>
internal sealed class PasskeyChallenges(PortalAddress address, TimeProvider time)
{
    public static readonly TimeSpan Holds = TimeSpan.FromMinutes(5);
    private const int Most = 10_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (string Bound, string State, DateTimeOffset Until)> _open = new(StringComparer.Ordinal);
    private readonly Queue<(string Id, DateTimeOffset Until)> _byAge = new();

    /// <param name="who">The account or session it is for; empty when anybody may answer.</param>
    public void Put(HttpContext context, PasskeyPurpose purpose, string who, string? state)
    {
        var (id, until) = (RandomNumberGenerator.GetHexString(32, lowercase: true), time.GetUtcNow() + Holds);
        lock (_gate)
        {
            while (_byAge.TryPeek(out var oldest) && (oldest.Until <= time.GetUtcNow() || _byAge.Count >= Most))
                _open.Remove(_byAge.Dequeue().Id);
            _open[id] = ($"{purpose} {who}", state ?? "", until);
            _byAge.Enqueue((id, until));
        }

        context.Response.Cookies.Append(NameOf(purpose), id, Cookie(Holds));
    }

    /// <summary>The state of the challenge, which is gone by that; null when there is none.</summary>
    public string? Take(HttpContext context, PasskeyPurpose purpose, string who)
    {
        if (context.Request.Cookies[NameOf(purpose)] is not { } id)
            return null;
        context.Response.Cookies.Delete(NameOf(purpose), Cookie(null));
        lock (_gate)
        {
            return _open.Remove(id, out var challenge) && challenge.Bound == $"{purpose} {who}" && time.GetUtcNow() < challenge.Until ? challenge.State : null;
        }
    }

    private string NameOf(PasskeyPurpose purpose) => (address.IsSecure ? "__Host-passkey-" : "passkey-") + purpose.ToString().ToLowerInvariant();

    private CookieOptions Cookie(TimeSpan? age) => new()
    {
        HttpOnly = true, Secure = address.IsSecure, SameSite = SameSiteMode.Strict, Path = "/", MaxAge = age, IsEssential = true,
    };
}
