using HomelabPortal.Apps.Discovery;
using HomelabPortal.Hostnames.Table;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Apps.Checks;

/// <summary>Pure: what the table of hostnames says of the name under which an app is opened.</summary>
internal static class HostChecks
{
    /// <summary>Both ways, for what is not behind a route of the cluster.</summary>
    public static IEnumerable<AppCheck> Of(string link, AppScene scene)
    {
        var host = new Uri(link).Host;
        if (scene.Hostnames.Find(host) is { } row)
            yield return new AppCheck(AppCheckKind.House, row.State, row.InHouse.Length > 0 ? row.InHouse : row.Reason, row.Href);
        foreach (var check in Internet(host, scene))
            yield return check;
    }

    public static IEnumerable<AppCheck> Internet(string? host, AppScene scene)
    {
        if (host is null || scene.Hostnames.Find(host) is not { } row)
            yield break;
        yield return row switch
        {
            { Reach: HostReach.Unknown } => new AppCheck(AppCheckKind.Internet, HealthState.Unknown, row.Reason, row.Href),
            { IsReachedFromInternet: true } => new AppCheck(AppCheckKind.Internet, row.State, row.FromInternet, row.Href),
            _ => new AppCheck(AppCheckKind.Internet, HealthState.Off, "Not on the Internet", row.Href),
        };
    }
}
