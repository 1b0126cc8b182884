using System.Buffers.Text;

namespace HomelabPortal.Access.Accounts.Passkeys;

/// <summary>A passkey as its owner sees it.</summary>
/// <param name="Name">What the owner calls it.</param>
/// <param name="IsSynced">A password manager keeps it and has it on several devices.</param>
public sealed record PasskeyInfo(string Id, string Name, DateTimeOffset CreatedAt, bool IsSynced)
{
    public static string IdOf(byte[] credentialId) => Base64Url.EncodeToString(credentialId);
}
