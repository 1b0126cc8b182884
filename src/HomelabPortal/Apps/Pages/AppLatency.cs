using HomelabPortal.Checks;

namespace HomelabPortal.Apps.Pages;

/// <summary>Pure: how fast an app answered lately, in the house where it is seen there, else through the edge.</summary>
internal static class AppLatency
{
    /// <summary>Null where no check of its name was ever answered.</summary>
    public static IReadOnlyList<double?>? Of(LabApp app, ChecksState checks) => checks.Of(app.Host)
        .Where(check => check.Kind is CheckKind.Lan or CheckKind.Edge && check.Latency.Any(time => time is not null))
        .OrderByDescending(check => check.Kind).FirstOrDefault()?.Latency;
}
