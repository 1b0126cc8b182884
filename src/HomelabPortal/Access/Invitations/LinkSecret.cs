using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace HomelabPortal.Access.Invitations;

/// <summary>The part of a one-time link that opens it. Only its hash is kept: whoever reads the database cannot use the link.</summary>
internal static class LinkSecret
{
    private const int Bytes = 32;

    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>No salt and no slow hash are needed: 256 random bits cannot be guessed.</summary>
    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
