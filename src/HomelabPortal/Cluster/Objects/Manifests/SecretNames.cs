using System.Text.RegularExpressions;

namespace HomelabPortal.Cluster.Objects.Manifests;

/// <summary>Tells by its name whether a value is likely a secret.</summary>
internal static partial class SecretNames
{
    /// <summary>What names of secrets have in them, as a pattern without regard to case.</summary>
    public const string Words =
        "passw(?:or)?d|passphrase|passcode|pwd|secret|token|api[-_.]?key|access[-_.]?key|private[-_.]?key|encryption[-_.]?key|signing[-_.]?key|auth[-_.]?key|master[-_.]?key|license[-_.]?key|credential|authorization|cookie|htpasswd|basic[-_.]?auth|connection[-_.]?string|[-_.]dsn|webhook[-_.]?url";

    /// <summary>
    /// "DB_PASSWORD", "apiKey" and "--auth-token" are; what only points to a secret is not: "secretName", "tokenFile", "passwordSecretRef".
    /// </summary>
    public static bool IsSecret(string name) => Bare(name) is var bare && Secret().IsMatch(bare) && !Pointer().IsMatch(bare);

    /// <summary>Without what language models call tokens: "max-num-batched-tokens" and "tokenizer" are no secrets.</summary>
    public static string Bare(string name) => ModelToken().Replace(name, "");

    [GeneratedRegex("tokeniz(?:er|ation)|(?:max|min|num|total|batch|batched|new|prefill|input|output)[-_.]?tokens", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex ModelToken();

    [GeneratedRegex(Words, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Secret();

    [GeneratedRegex(
        "(name|names|namespace|file|files|path|dir|directory|ref|refs|reference|selector|type|kind|policy|mode|algorithm|size|length|ttl|expiry|expiration|seconds|duration|lifetime|endpoint|issuer|audience|claim|header|enabled|disabled|required|provider|store|storage|class|mount|mounts|projection|count|version|hash|checksum|creationtimestamp|format|prefix|suffix|field|rotation)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Pointer();
}
