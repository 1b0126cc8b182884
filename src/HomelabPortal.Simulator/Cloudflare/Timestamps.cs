using System.Globalization;

namespace HomelabPortal.Simulator.Cloudflare;

internal static class Timestamps
{
    public static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
}
