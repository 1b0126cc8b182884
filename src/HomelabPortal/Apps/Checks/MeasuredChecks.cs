using HomelabPortal.Checks;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Apps.Checks;

/// <summary>
/// Pure: what the checks of an app's name found, put into its looks.
/// Objects that are in order prove nothing to people who get an error: of the two, the worse counts. A single failure is not an outage yet.
/// </summary>
internal static class MeasuredChecks
{
    public static LabApp On(LabApp app, ChecksState checks)
    {
        var watching = app.Watched.Select(watched => (watched, Found: checks.Checks.Where(check => Covers(check, watched)).ToList())).ToList();
        var down = checks.Of(app.Host).Concat(watching.SelectMany(one => one.Found))
            .Where(check => check.Phase == CheckPhase.Down).Select(Look).DistinctBy(look => look.Kind).ToDictionary(look => look.Kind);
        if (watching.Find(one => one.Found.Count == 0) is { watched: { } unwatched })
            app = app with { Unwatched = unwatched };
        if (down.Count == 0)
            return app;
        var seen = app.Checks.Select(look => down.Remove(look.Kind, out var measured) && measured.State > look.State ? measured : look).ToList();
        return app with { Checks = [.. seen, .. down.Values.OrderBy(look => look.Kind)] };
    }

    public static CheckKind KindOf(AppCheckKind kind) => kind switch
    {
        AppCheckKind.House => CheckKind.Lan,
        AppCheckKind.Internet => CheckKind.Edge,
        _ => CheckKind.Workload,
    };

    /// <summary>An address is asked by any check of its host and port, a bare name by any check of it.</summary>
    private static bool Covers(CheckSummary check, string watched) => AddressOf(watched) is { } address
        ? AddressOf(check.Target)?.Authority == address.Authority
        : check.Target.Equals(watched, StringComparison.OrdinalIgnoreCase) || string.Equals(AddressOf(check.Target)?.Host, watched, StringComparison.OrdinalIgnoreCase);

    private static Uri? AddressOf(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private static AppCheck Look(CheckSummary check) => new(
        check.Kind switch { CheckKind.Edge => AppCheckKind.Internet, CheckKind.Workload => AppCheckKind.Workload, _ => AppCheckKind.House },
        HealthState.Broken, check.Words, check.Href);
}
