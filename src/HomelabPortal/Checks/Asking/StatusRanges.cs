using System.Globalization;

namespace HomelabPortal.Checks.Asking;

/// <summary>Pure: "200-299,401" as ranges of HTTP statuses.</summary>
internal static class StatusRanges
{
    private const int Least = 100;
    private const int Most = 599;

    /// <summary>Null when it is not written as such.</summary>
    public static IReadOnlyList<(int From, int To)>? Read(string? text)
    {
        var ranges = new List<(int From, int To)>();
        foreach (var part in (text ?? "").Split(','))
        {
            var ends = part.Split('-');
            if (ends.Length > 2 || Number(ends[0]) is not { } from || Number(ends[^1]) is not { } to || from > to)
                return null;
            ranges.Add((from, to));
        }

        return ranges;
    }

    public static bool Holds(string text, int status) => Read(text)?.Any(range => status >= range.From && status <= range.To) == true;

    private static int? Number(string text) =>
        int.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= Least and <= Most ? number : null;
}
