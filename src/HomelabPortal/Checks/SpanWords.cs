using System.Globalization;

namespace HomelabPortal.Checks;

/// <summary>Pure: how long something is, in the largest two units: "2 h 5 min".</summary>
public static class SpanWords
{
    public static string Of(TimeSpan span)
    {
        string[] parts =
        [
            Part(span.Days, span.Days == 1 ? "day" : "days"), Part(span.Hours, "h"), Part(span.Minutes, "min"), Part(span.Days + span.Hours > 0 ? 0 : span.Seconds, "s"),
        ];
        var said = parts.Where(part => part.Length > 0).Take(2).ToList();
        return said.Count == 0 ? "less than a second" : string.Join(' ', said);
    }

    private static string Part(int count, string unit) => count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{count} {unit}");
}
