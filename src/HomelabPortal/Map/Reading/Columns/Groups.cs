using HomelabPortal.Platform;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Reading.Columns;

/// <summary>Panels that are mere groups: their state is the worst of their things.</summary>
internal static class Groups
{
    public static MapPanel Of(string id, MapKind kind, string name, string? href, IEnumerable<MapThing> things)
    {
        ValueList<MapThing> all = [.. things];
        return new MapPanel(new MapThing(id, kind, name, Worst(all), Tally(all), href), all);
    }

    public static HealthState? Worst(IEnumerable<MapThing> things) => things.Max(thing => thing.State);

    /// <summary>"12 healthy, 1 broken", the worst first.</summary>
    public static string Tally(IEnumerable<MapThing> things) => string.Join(
        ", ", things.Where(thing => thing.State is not null).GroupBy(thing => thing.State!.Value).OrderByDescending(group => group.Key).Select(group => $"{group.Count()} {group.Key.Word().ToLowerInvariant()}"));
}
