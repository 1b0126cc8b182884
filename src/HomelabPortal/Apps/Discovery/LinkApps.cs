using HomelabPortal.Apps.Checks;

namespace HomelabPortal.Apps.Discovery;

/// <summary>Pure: the tiles that are written down in the settings.</summary>
internal static class LinkApps
{
    public static IEnumerable<Candidate> Of(IEnumerable<LinkOptions> links, AppScene scene) => links.Select(link => Candidate.Shown(
        new LabApp($"Link:{link.Name}", link.Name, link.Group, link.Href, link.Weight)
        {
            Description = link.Description, Icon = link.Icon, Source = "Setting Apps:Links", Checks = [.. HostChecks.Of(link.Href, scene)],
        },
        isMarked: true));
}
