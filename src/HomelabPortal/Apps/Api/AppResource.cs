using HomelabPortal.Checks;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Apps.Api;

/// <summary>One tile of the start page.</summary>
/// <param name="Source">The object that it was found on.</param>
/// <param name="State">The worst of its checks; what is only lost to the Internet is degraded.</param>
/// <param name="IsFavourite">Whether whoever asks keeps it on top.</param>
internal sealed record AppResource(
    string Id, string Name, string Group, string Href, string Description, string Icon, int Weight, string Source, HealthState State, IReadOnlyList<AppCheckResource> Checks, bool IsFavourite)
{
    public static AppResource Of(LabApp app, bool isFavourite, ChecksState checks) => new(
        app.Id, app.Name, app.Group, app.Href, app.Description, app.Icon, app.Weight, app.Source, app.State,
        [.. app.Checks.Select(check => AppCheckResource.Of(check, app.Host, checks))], isFavourite);
}
