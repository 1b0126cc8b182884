using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;

namespace HomelabPortal.Access.Providers;

/// <summary>What was begun, carried through the provider and back inside the encrypted state.</summary>
/// <param name="Id">Makes it good for one answer only.</param>
/// <param name="SessionId">The session it was begun in, for a proof or a link.</param>
internal sealed record Errand(string Id, Purpose Purpose, string? SessionId, DateTimeOffset BegunAt)
{
    private const string IdKey = "errand";
    private const string PurposeKey = "purpose";
    private const string SessionKey = "session";
    private const string BegunKey = "begun";

    public static Errand Begin(Purpose purpose, string? sessionId, DateTimeOffset now) =>
        new(RandomNumberGenerator.GetHexString(32, lowercase: true), purpose, sessionId, now);

    /// <param name="returnTo">A path of the portal, checked.</param>
    public AuthenticationProperties ToProperties(string returnTo) => new(new Dictionary<string, string?>
    {
        [IdKey] = Id,
        [PurposeKey] = Purpose.ToString(),
        [SessionKey] = SessionId,
        [BegunKey] = BegunAt.UtcTicks.ToString(CultureInfo.InvariantCulture),
    })
    {
        RedirectUri = returnTo,
    };

    public static Errand? From(AuthenticationProperties? properties) =>
        properties?.Items is { } items
        && items.TryGetValue(IdKey, out var id) && id is not null
        && items.TryGetValue(PurposeKey, out var purpose) && Enum.TryParse<Purpose>(purpose, out var known)
        && items.TryGetValue(BegunKey, out var begun) && long.TryParse(begun, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            ? new Errand(id, known, items.TryGetValue(SessionKey, out var session) ? session : null, new DateTimeOffset(ticks, TimeSpan.Zero))
            : null;
}
