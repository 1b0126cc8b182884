using System.Text.Json;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Compiling;
using HomelabPortal.Gpu.Containers.Secrets;

namespace HomelabPortal.Gpu.Work.Masking;

/// <summary>What the portal knows to be secret: the values it keeps for its own containers, and what looks like one in the description at hand.</summary>
internal sealed class KnownSecrets(DesiredStore desired, ContainerSecrets secrets)
{
    private static readonly HashSet<string> _none = [];

    /// <summary>For everything that is shown of this container.</summary>
    public async Task<(SecretMask Mask, MaskedDocument Document)> OfAsync(JsonElement container, CancellationToken cancellationToken)
    {
        var names = Names(container);
        // One container may be given what another one keeps.
        var mask = SecretMask.Of([.. SecretFinder.Of(container, names), .. await secrets.RevealAllAsync(cancellationToken)]);
        return (mask, new MaskedDocument(mask, names));
    }

    /// <summary>Which variables of a container of ours are marked as secret.</summary>
    private IReadOnlySet<string> Names(JsonElement container) =>
        container.TryGetProperty("Config", out var config) && config.ValueKind == JsonValueKind.Object
        && config.TryGetProperty("Labels", out var labels) && labels.ValueKind == JsonValueKind.Object
        && labels.TryGetProperty(ContainerLabels.App, out var app) && app.ValueKind == JsonValueKind.String
        && desired.Current.FindContainer(app.GetString() ?? "") is { } wanted
            ? NamesOf(wanted)
            : _none;

    private static HashSet<string> NamesOf(DesiredContainer wanted) => [.. wanted.Variables.Where(variable => variable.IsSecret).Select(variable => variable.Name)];
}
