using HomelabPortal.Map.Reading;

namespace HomelabPortal.Map.Api;

/// <summary>Things that belong together, or one thing that stands alone.</summary>
/// <param name="Head">The namespace, node or machine that they belong to; of a mere group its name and the worst of their states.</param>
internal sealed record MapPanelResource(MapThingResource Head, string Detail, IReadOnlyList<MapThingResource> Things)
{
    public static MapPanelResource Of(MapPanel panel) => new(MapThingResource.From(panel.Head), panel.Detail, [.. panel.Things.Select(MapThingResource.From)]);
}
