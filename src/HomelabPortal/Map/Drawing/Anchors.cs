using HomelabPortal.Map.Reading;

namespace HomelabPortal.Map.Drawing;

/// <summary>
/// Where lines end at each thing.
/// <code>
/// it has a line of its own     at that line
/// it is a square, or counted   at the middle of its panel
/// it is a panel                at the panel's header, of one that stands alone at its middle
/// </code>
/// </summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, Anchor> _known = [];

    public Anchors(IEnumerable<DrawnPanel> panels)
    {
        foreach (var panel in panels)
        {
            var (place, header) = (panel.Place, panel.IsStation ? panel.Place.Middle : panel.Place.Y + (Measures.HeaderHeight / 2));
            _known.TryAdd(panel.Panel.Id, new Anchor(panel.Panel.Id, place.X, place.Right, header));
            // What lies in a folded panel is reached at the panel, which is one line and not hundreds.
            foreach (var thing in panel.Panel.Things)
                _known.TryAdd(thing.Id, new Anchor($"{panel.Panel.Id}/", place.X, place.Right, place.Middle));
            foreach (var row in panel.Things.Where(_ => panel.Form == PanelForm.Names))
                _known[row.Thing.Id] = new Anchor(row.Thing.Id, place.X, place.Right, row.Place.Middle);
        }
    }

    public Anchor? Find(string id) => _known.TryGetValue(id, out var anchor) ? anchor : null;

    /// <param name="Key">What shares an anchor shares its lines.</param>
    internal readonly record struct Anchor(string Key, int Left, int Right, int Y);
}
