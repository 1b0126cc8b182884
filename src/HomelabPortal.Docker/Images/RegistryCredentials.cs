using System.Text;
using System.Text.Json;

namespace HomelabPortal.Docker;

/// <summary>Who we are to a registry. Its text form does not show the password.</summary>
/// <param name="Username">Name of the user.</param>
/// <param name="Password">Password or token.</param>
/// <param name="ServerAddress">Host of the registry, such as <c>ghcr.io</c>.</param>
public sealed record RegistryCredentials(string Username, string Password, string ServerAddress)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Username} at {ServerAddress}";

    /// <summary>The value of the header <c>X-Registry-Auth</c>, in the alphabet for URLs and with its padding, as the daemon wants it.</summary>
    internal string ToHeader() =>
        Convert.ToBase64String(ToJson()).Replace('+', '-').Replace('/', '_');

    internal byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(
        new Dictionary<string, string> { ["username"] = Username, ["password"] = Password, ["serveraddress"] = ServerAddress },
        DockerJson.Wire.DictionaryStringString);
}
