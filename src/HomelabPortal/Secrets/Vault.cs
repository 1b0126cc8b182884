using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace HomelabPortal.Secrets;

/// <summary>
/// Encrypts what must be read again: AES-256-GCM under a data key, bound to its table, row and column.
/// Call it within the writer's turn, so that a rotation of the keys never comes between encrypting and storing.
/// </summary>
internal sealed class Vault(DataKeys keys)
{
    private const string Version = "v1";

    /// <returns>Text for the column: version, id of the data key, base64url.</returns>
    public string Protect(string text, SecretPlace place) => Protect(text, place, keys.CurrentId, keys.Current);

    /// <exception cref="SecretException">It belongs elsewhere, was changed, or its key is gone.</exception>
    public string Reveal(string stored, SecretPlace place)
    {
        if (stored.Split('.') is not [Version, var id, var sealedText] || !int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var keyId))
            throw new SecretException(place, "it is not in the form of a secret.");
        var key = keys.Find(keyId) ?? throw new SecretException(place, $"there is no data key {keyId}.");
        try
        {
            return Encoding.UTF8.GetString(SealedBytes.Open(key, Base64Url.DecodeFromChars(sealedText), place.Context(Version, keyId)));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            // Without the cause: nothing of what was tried may travel with the message.
            throw new SecretException(place, "it was changed, or belongs to another row.");
        }
    }

    /// <summary>The same text under a key that is to come.</summary>
    internal string ProtectAgain(string stored, SecretPlace place, int keyId, byte[] key) => Protect(Reveal(stored, place), place, keyId, key);

    private static string Protect(string text, SecretPlace place, int keyId, byte[] key)
    {
        var sealedText = Base64Url.EncodeToString(SealedBytes.Seal(key, Encoding.UTF8.GetBytes(text), place.Context(Version, keyId)));
        return string.Create(CultureInfo.InvariantCulture, $"{Version}.{keyId}.{sealedText}");
    }
}
