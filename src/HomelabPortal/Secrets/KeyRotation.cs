using HomelabPortal.Secrets.KeyRing;
using HomelabPortal.Storage;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Secrets;

/// <summary>
/// Replaces the data key and with it the ring of cookie keys. What counts is one commit:
/// killed before it everything is old, killed after it everything is new, and the next start clears away what is left of the old ring.
/// </summary>
internal sealed class KeyRotation(DataKeys keys, Vault vault, KeyRingFolder ring, IKeyManager cookieKeys, IDataProtectionProvider cookies, TimeProvider time)
{
    /// <summary>Longer than any session, so that a key never ends before what it protects.</summary>
    private static readonly TimeSpan _cookieKeyLives = TimeSpan.FromDays(90);

    /// <summary>Puts the new key and every secret under it into the unit of work; the caller saves once, then calls <see cref="Keep"/>.</summary>
    public async Task<NewDataKey> PrepareAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        var id = keys.CurrentId + 1;
        var (row, key) = keys.Make(id);
        await EncryptedColumns.ChangeAllAsync(context, (stored, place) => vault.ProtectAgain(stored, place, id, key), cancellationToken);
        context.DataKeys.RemoveRange(await context.DataKeys.ToListAsync(cancellationToken));
        context.DataKeys.Add(row);
        return new NewDataKey(id, key);
    }

    /// <summary>The commit is done: forget the old keys. Call before anything else is encrypted, in the same turn of the writer.</summary>
    public void Keep(NewDataKey made) => keys.Keep(made.Id, made.Key);

    /// <summary>
    /// Begins the new ring. Making a key tells the framework to read its ring anew, from the new place;
    /// it does so beside the next use, a moment during which old cookies still open. Whoever calls this ends the sessions they name.
    /// </summary>
    public void RenewCookieKeys()
    {
        ring.Prepare();
        var now = time.GetUtcNow();
        cookieKeys.CreateNewKey(now, now + _cookieKeyLives);
        cookies.CreateProtector(nameof(KeyRotation)).Protect([]);
    }
}
