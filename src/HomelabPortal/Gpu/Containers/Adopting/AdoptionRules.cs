using HomelabPortal.Docker;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Writing;

namespace HomelabPortal.Gpu.Containers.Adopting;

/// <summary>
/// Pure: which containers can be taken over.
/// <code>
/// made by this portal                                  no: it is kept already
/// compose, Portainer, Komodo, another portal keep it   no: they would make it again, or undo what the portal does
/// Watchtower is told to update it                      no: it would replace it behind the portal's back
/// removed by Docker when it stops                      no: there would be nothing to go back to
/// in the network of another container                  no: the portal cannot ask for that
/// any other                                            yes
/// </code>
/// </summary>
internal static class AdoptionRules
{
    private const string Watchtower = "com.centurylinklabs.watchtower.";
    private const string WatchtowerSwitch = Watchtower + "enable";

    public static string? WhyNot(ContainerDetails details, string instance)
    {
        var labels = details.Config?.Labels;
        if (labels?.GetValueOrDefault(ContainerLabels.Managed) == instance)
            return "This portal made it and keeps it already.";
        if (Keepers.Of(labels, instance) is { } keeper)
            return $"{char.ToUpperInvariant(keeper[0])}{keeper[1..]} looks after it and would undo what the portal does, or make a second one. Take it out of there first.";
        if (labels?.Keys.Any(label => label.StartsWith(Watchtower, StringComparison.OrdinalIgnoreCase)) == true && !string.Equals(labels.GetValueOrDefault(WatchtowerSwitch), "false", StringComparison.OrdinalIgnoreCase))
            return "Watchtower is told to update it, and would replace it behind the portal's back. Make it without that label first.";
        if (details.HostConfig?.AutoRemove == true)
            return "Docker removes it as soon as it stops, so there would be nothing to go back to. Make it without --rm first.";
        return details.HostConfig?.NetworkMode?.StartsWith("container:", StringComparison.Ordinal) == true
            ? "It lives in the network of another container, which the portal cannot ask for."
            : null;
    }
}
