using HomelabPortal.Desired;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Writing;

namespace HomelabPortal.Gpu.Work.Inspecting;

/// <summary>
/// Pure: who looks after a container, by its labels.
/// <list type="table">
/// <item><term>ours, and wanted under this name</term><description>this portal: acts go by what is wanted</description></item>
/// <item><term>ours, under another name or not wanted any more</term><description>this portal, which is about to put it in order</description></item>
/// <item><term>compose, Portainer, Komodo, another portal</term><description>that: seen, started and stopped only</description></item>
/// <item><term>no such label</term><description>nobody: seen, started and stopped only</description></item>
/// </list>
/// </summary>
internal static class ContainerCares
{
    private const string OnlySeen = "The portal sees, starts and stops it, and changes nothing of it.";
    private const string Watchtower = "com.centurylinklabs.watchtower.";

    public static ContainerCare Of(string name, IReadOnlyDictionary<string, string>? labels, DesiredState desired)
    {
        if (labels?.GetValueOrDefault(ContainerLabels.Managed) is { Length: > 0 } instance && instance == desired.Instance)
            return Ours(name, labels, desired);
        var updates = labels?.Keys.Any(label => label.StartsWith(Watchtower, StringComparison.Ordinal)) == true ? " Watchtower is told how to update it." : "";
        return Keepers.Of(labels, desired.Instance) is { } keeper
            ? new ContainerCare(keeper, $"Kept by {keeper}.{updates} {OnlySeen}", null, false)
            : new ContainerCare(null, $"Nothing says who keeps it; it was likely started by hand.{updates} {OnlySeen}", null, false);
    }

    private static ContainerCare Ours(string name, IReadOnlyDictionary<string, string> labels, DesiredState desired)
    {
        var wanted = desired.FindContainer(labels.GetValueOrDefault(ContainerLabels.App) ?? "");
        return wanted?.Name == name
            ? new ContainerCare("this portal", "Kept by this portal: it is made, started and stopped as its page says.", wanted.Id, true)
            : new ContainerCare(
                "this portal",
                wanted is null ? "Made by this portal and not wanted any more: it is removed by the next plan." : $"The version of {wanted.Name} before the present one, kept until that has proved itself.",
                wanted?.Id, true);
    }
}
