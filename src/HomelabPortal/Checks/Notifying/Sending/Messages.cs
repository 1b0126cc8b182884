using System.Globalization;
using HomelabPortal.Desired.Checks;

namespace HomelabPortal.Checks.Notifying.Sending;

/// <summary>Pure: many things as one message. What went down and came back before anybody was told is one line.</summary>
internal static class Messages
{
    private const int MostLines = 20;

    /// <param name="portal">Where people reach the portal; null while that is not set.</param>
    public static Message Of(IReadOnlyList<Told> told, TimeZoneInfo zone, Uri? portal)
    {
        if (told.All(one => one.Kind == ToldKind.Test))
            return new Message("Test of the homelab portal", ["Messages about checks arrive here."], Link(portal, "notifications"), false, true) { Told = [.. told] };
        var real = told.Where(one => one.Kind != ToldKind.Test).ToList();
        var ended = real.Where(one => one.Kind == ToldKind.Recovered).Select(one => one.IncidentId).ToHashSet();
        var down = real.Where(one => one.Kind == ToldKind.Down && !ended.Contains(one.IncidentId)).ToList();
        var began = real.Where(one => one.Kind == ToldKind.Down).Select(one => one.IncidentId).ToHashSet();
        var back = real.Where(one => one.Kind == ToldKind.Recovered).ToList();
        var lines = down.Select(one => $"{one.CheckName} is down since {Clock(one.At, zone)}. {one.Words}")
            .Concat(back.Select(one => $"{one.CheckName} {(began.Contains(one.IncidentId) ? "was down" : "is up again. It was down")}{Length(one, zone)}.")).ToList();
        return new Message(Title(down, back), Cut(lines), LinkOf(portal, real), down.Any(one => one.Severity == CheckSeverity.Critical), down.Count == 0) { Told = [.. real] };
    }

    private static string Title(List<Told> down, List<Told> back) => (down.Count, back.Count) switch
    {
        (1, 0) => $"{down[0].CheckName} is down",
        (0, 1) => $"{back[0].CheckName} is up again",
        (_, 0) => $"{down.Count} checks are down",
        (0, _) => $"{back.Count} checks are up again",
        _ => $"{down.Count} down, {back.Count} up again",
    };

    private static Platform.ValueList<string> Cut(List<string> lines) =>
        lines.Count <= MostLines ? [.. lines] : [.. lines.Take(MostLines - 1), $"And {lines.Count - MostLines + 1} more."];

    private static string Length(Told one, TimeZoneInfo zone) =>
        one.Since is { } since ? $" for {SpanWords.Of(one.At - since)}, {Clock(since, zone)} to {Clock(one.At, zone)}" : "";

    private static string Clock(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("HH:mm", CultureInfo.InvariantCulture) + (zone == TimeZoneInfo.Utc ? " UTC" : "");

    private static string? LinkOf(Uri? portal, List<Told> told) =>
        Link(portal, told.Select(one => one.CheckId).Distinct().Count() == 1 ? $"checks/{Uri.EscapeDataString(told[0].CheckId)}" : "checks");

    private static string? Link(Uri? portal, string path) => portal is null ? null : new Uri(portal, path).ToString();
}
