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
        var down = checks.Of(app.Host).Where(check => check.Phase == CheckPhase.Down).Select(Look).DistinctBy(look => look.Kind).ToDictionary(look => look.Kind);
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

    private static AppCheck Look(CheckSummary check) => new(
        check.Kind switch { CheckKind.Lan => AppCheckKind.House, CheckKind.Edge => AppCheckKind.Internet, _ => AppCheckKind.Workload },
        HealthState.Broken, check.Words, check.Href);
}
