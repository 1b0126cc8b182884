using System.Globalization;

namespace HomelabPortal.Kubernetes;

/// <summary>The two spellings of time in the API: <c>metav1.Time</c> (whole seconds) and <c>metav1.MicroTime</c> (six digits).</summary>
public static class KubernetesTime
{
    /// <summary>RFC 3339 in UTC with whole seconds, as most fields want it.</summary>
    public static string Format(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    /// <summary>RFC 3339 in UTC with exactly six fractional digits, as Lease and Event times want it; the server refuses other widths.</summary>
    public static string FormatMicro(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture);

    /// <summary>The time, or null for text that is none (Longhorn writes "" for "never").</summary>
    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
