using System.Globalization;

namespace HomelabPortal.Gpu.Telemetry;

/// <summary>Amounts of a card's memory in words.</summary>
internal static class VideoMemory
{
    private const double Gibi = 1024;

    /// <summary>"214 MiB", "7.7 GiB".</summary>
    public static string Words(double? mib) => mib switch
    {
        null => "unknown",
        < 1000 => string.Create(CultureInfo.InvariantCulture, $"{mib:0} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{mib / Gibi:0.#} GiB"),
    };

    /// <summary>"15.9 of 24 GiB".</summary>
    public static string Part(double? used, double? total) => (used, total) switch
    {
        (null, null) => "unknown",
        (_, null) => Words(used),
        (null, _) => $"unknown of {Words(total)}",
        _ => Words(used).Split(' ') is [var number, var unit] && Words(total).EndsWith(" " + unit, StringComparison.Ordinal) ? $"{number} of {Words(total)}" : $"{Words(used)} of {Words(total)}",
    };
}
