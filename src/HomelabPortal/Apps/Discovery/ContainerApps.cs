using HomelabPortal.Apps.Checks;
using HomelabPortal.Gpu;
using HomelabPortal.Gpu.Hosts;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Apps.Discovery;

/// <summary>
/// Pure: the tile of one container, or why it has none. Null for containers that carry no label of a start page: nobody expects those.
/// <list type="table">
/// <item><term>homepage.name and homepage.group</term><description>a tile; Homepage wants both</description></item>
/// <item><term>one of the two is missing</term><description>none</description></item>
/// <item><term>homepage.href</term><description>its address; without it, the first published port of the host</description></item>
/// </list>
/// </summary>
internal static class ContainerApps
{
    public static Candidate? Of(DockerHostState host, DockerContainer container, AppScene scene)
    {
        if (container.PageLabels.Count == 0)
            return null;
        var marks = AppMarks.OfLabels(container.PageLabels, scene.Instance).Filled(scene.Variable);
        var source = $"Container {host.Name}/{container.Name}";
        if (marks.Values.Count == 0)
            return Candidate.Left(source, null, "Its labels are for another start page.", "Set Apps:Instance when this is the one that is meant.");
        if (marks is not { Name: { } name, Group: { } group })
            return Candidate.Left(source, null, $"It has no label homepage.{(marks.Name is null ? "name" : "group")}.", "Homepage wants both homepage.name and homepage.group.");
        if (marks.Unfilled is { } unfilled)
            return Candidate.Left(source, null, $"Its label homepage.href holds {{{{{unfilled}}}}}, which the portal's environment does not set.", "Set it for the portal, or write the address out.");
        if (marks.Href is not null && marks.SafeLink is null)
            return Candidate.Left(source, null, "Its label homepage.href is no web address.", "Give one that begins with https:// or http://.");
        if ((marks.SafeLink ?? Published(host, container)) is not { } link)
            return Candidate.Left(source, null, "It has no label homepage.href and publishes no port.", "Write the address into homepage.href.");
        return Candidate.Shown(
            new LabApp($"Container:{host.Name}/{container.Name}", name, group, link, marks.Weight)
            {
                Description = marks.Description, Icon = marks.Icon, Source = source, SourceHref = null,
                Checks = [Workload(host, container), .. HostChecks.Of(link, scene)], Watched = marks.Watched,
            },
            isMarked: true);
    }

    private static string? Published(DockerHostState host, DockerContainer container) =>
        host.LanAddress is { } address && !container.Ports.IsEmpty ? $"http://{address}:{container.Ports[0]}/" : null;

    private static AppCheck Workload(DockerHostState host, DockerContainer container) => host.Fault is { } fault
        ? new AppCheck(AppCheckKind.Workload, HealthState.Unknown, fault, "/gpu")
        : new AppCheck(AppCheckKind.Workload, ContainerHealths.Of(container), $"{ContainerHealths.Word(container)} on {host.Name}", "/gpu");
}
