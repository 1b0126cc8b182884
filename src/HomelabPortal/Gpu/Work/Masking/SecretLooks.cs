using HomelabPortal.Cluster.Objects.Manifests;
using HomelabPortal.Gpu.Containers.Editing;

namespace HomelabPortal.Gpu.Work.Masking;

/// <summary>
/// Pure: whether a name or a value looks secret.
/// <code>
/// HF_TOKEN, api-key, dbPassword          secret by the name
/// DB_PASSWORD_FILE=/run/secrets/db       no: only says where it is
/// KEEP_TOKENS=true, PORT_KEY=8080        hidden where it stands, but too common to be looked for elsewhere
/// </code>
/// </summary>
internal static class SecretLooks
{
    /// <summary>Shorter values would be found in every other word.</summary>
    public const int Shortest = 4;
    private const int ShortestNumber = 6;

    private static readonly HashSet<string> _common = new(StringComparer.OrdinalIgnoreCase)
    {
        "true", "false", "none", "null", "auto", "default", "enabled", "disabled", "required", "optional", "info", "debug", "warn", "warning", "error", "localhost",
    };

    /// <param name="known">Names that are marked as secret, whatever they look like.</param>
    public static bool IsSecret(string name, string value, IReadOnlySet<string> known) =>
        known.Contains(name) || ((ContainerReading.LooksSecret(SecretNames.Bare(name)) || SecretNames.IsSecret(name)) && !IsPlace(name, value));

    /// <summary>Whether a value is worth looking for wherever it may stand.</summary>
    public static bool IsTelling(string value) =>
        value.Length >= Shortest && !_common.Contains(value) && (value.Length >= ShortestNumber || !value.All(char.IsAsciiDigit));

    private static bool IsPlace(string name, string value) =>
        value.StartsWith('/') && (name.EndsWith("_FILE", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_PATH", StringComparison.OrdinalIgnoreCase) || name.EndsWith("_DIR", StringComparison.OrdinalIgnoreCase));
}
