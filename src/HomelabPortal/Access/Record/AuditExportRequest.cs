using System.Globalization;

namespace HomelabPortal.Access.Record;

/// <summary>What of the audit is asked for.</summary>
/// <param name="From">The first moment that belongs to it.</param>
/// <param name="To">The first moment that does not.</param>
internal sealed record AuditExportRequest(DateTimeOffset From, DateTimeOffset To, bool IsCsv)
{
    public string ContentType => IsCsv ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8";

    /// <summary>Reads the query of the address; a day stands for its beginning in UTC, and as an end for its end.</summary>
    public static (AuditExportRequest? Request, string? Fault) Read(string? from, string? to, string? format)
    {
        if (format is not (null or "" or "jsonl" or "csv"))
            return (null, "format is jsonl or csv.");
        if (MomentOf(from, DateTimeOffset.MinValue) is not { } first)
            return (null, "from is a day such as 2026-11-21, or a moment such as 2026-11-21T08:00:00Z.");
        if (MomentOf(to, DateTimeOffset.MaxValue) is not { } end)
            return (null, "to is a day such as 2026-11-21, or a moment such as 2026-11-21T08:00:00Z.");
        return (new AuditExportRequest(first, IsDay(to) ? end.AddDays(1) : end, format == "csv"), null);
    }

    private static DateTimeOffset? MomentOf(string? text, DateTimeOffset otherwise)
    {
        if (string.IsNullOrEmpty(text))
            return otherwise;
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var moment)
            ? moment
            : null;
    }

    private static bool IsDay(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue;
}
