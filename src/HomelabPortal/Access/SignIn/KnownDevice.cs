using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace HomelabPortal.Access.SignIn;

/// <summary>
/// A cookie by which a browser that signed in once is known again. It lets nobody in:
/// it only gives the account's owner tries that strangers cannot use up.
/// </summary>
internal sealed class KnownDevice(IDataProtectionProvider protection, PortalAddress address)
{
    private const int MostAccounts = 5;
    private static readonly TimeSpan _holds = TimeSpan.FromDays(180);
    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("device").ToTimeLimitedDataProtector();

    private string Name => address.IsSecure ? "__Host-device" : "device";

    /// <summary>The id of the device, when it signed in to the account before.</summary>
    public string? IdFor(HttpContext context, string? accountId) =>
        accountId is not null && Read(context) is [var id, .. var accounts] && accounts.Contains(accountId) ? id : null;

    /// <summary>Lets the browser be known for the account from now on.</summary>
    public void Remember(HttpContext context, string accountId)
    {
        var known = Read(context);
        var id = known.Length > 0 ? known[0] : RandomNumberGenerator.GetHexString(16, lowercase: true);
        var accounts = known.Skip(1).Where(other => other != accountId).Prepend(accountId).Take(MostAccounts);
        context.Response.Cookies.Append(Name, _protector.Protect(string.Join(' ', accounts.Prepend(id)), _holds), new CookieOptions
        {
            HttpOnly = true,
            Secure = address.IsSecure,
            SameSite = SameSiteMode.Lax,
            Path = "/",
            MaxAge = _holds,
            IsEssential = true,
        });
    }

    private string[] Read(HttpContext context)
    {
        if (context.Request.Cookies[Name] is not { Length: < 2000 } value)
            return [];
        try
        {
            return _protector.Unprotect(value).Split(' ');
        }
        catch (CryptographicException)
        {
            // From before a change of keys, or not from here: a device like any other.
            return [];
        }
    }
}
