using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Map.Drawing;

/// <summary>
/// The map as a file that stands alone: light colours as attributes, no styles, no scripts, no links, nothing from outside.
/// Names come from outside; they become text only, and what no XML may hold is left out.
/// </summary>
internal sealed class SvgPicture(MapDrawing map, SpriteShapes sprite)
{
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";
    private readonly SortedDictionary<string, XElement> _used = new(StringComparer.Ordinal);

    /// <param name="title">What the picture is called: "Map of the lab, 22 November 2026".</param>
    public string Write(string title)
    {
        var parts = new List<XElement> { Rectangle(new Box(0, 0, map.Width, map.Height), 0, LightInk.Paper, null) };
        parts.AddRange(map.Headings.Select(heading => Words(heading.Text, heading.X, heading.Y, 12, LightInk.Faint, ("text-anchor", "middle"), ("font-weight", "600"))));
        parts.AddRange(map.Lines.Select(Line));
        parts.AddRange(map.Panels.SelectMany(Panel));
        var root = new XElement(
            _svg + "svg", new XAttribute("viewBox", $"0 0 {map.Width} {map.Height}"), new XAttribute("width", map.Width), new XAttribute("height", map.Height), new XAttribute("role", "img"),
            new XAttribute("font-family", "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif"), new XElement(_svg + "title", Clean(title)), new XElement(_svg + "defs", _used.Values), parts);
        return root.ToString(SaveOptions.None) + "\n";
    }

    private IEnumerable<XElement> Panel(DrawnPanel panel)
    {
        var (head, place) = (panel.Panel.Head, panel.Place);
        yield return Titled(Rectangle(place, 10, LightInk.Panel, panel.Panel.IsThing && head.State is HealthState.Broken ? LightInk.Ink(HealthState.Broken) : LightInk.Line), head.Label);
        var middle = panel.IsStation ? place.Middle : place.Y + (Measures.HeaderHeight / 2);
        var icon = panel.IsStation ? 18 : 14;
        foreach (var part in Symbol(panel.Panel.Icon, place.X + 9, middle - (icon / 2), icon, LightInk.Soft))
            yield return part;
        yield return Words(panel.Title, place.X + (panel.IsStation ? 35 : 29), panel.IsStation && Detail(panel).Length > 0 ? middle - 3 : middle + 4, 12.5, LightInk.Text, ("font-weight", "600"));
        if (panel.IsStation)
            yield return Words(Detail(panel), place.X + 35, middle + 12, 10.5, LightInk.Soft);
        else
            yield return Words($"{panel.Panel.Things.Count}", place.Right - 10, middle + 4, 11, LightInk.Faint, ("text-anchor", "end"));
        if (head.State is { } state)
        {
            foreach (var part in Symbol(state.Icon(), place.Right - (panel.IsStation ? 22 : 48), middle - 6, 12, LightInk.Ink(state)))
                yield return part;
        }

        foreach (var part in panel.Things.SelectMany(Thing))
            yield return part;
    }

    private IEnumerable<XElement> Thing(DrawnThing thing)
    {
        var (state, place) = (thing.Thing.State ?? HealthState.Unknown, thing.Place);
        var mark = thing.IsSquare ? place : new Box(place.X + 7, place.Middle - 6, 13, 13);
        yield return Titled(Rectangle(mark, thing.IsSquare ? 4 : 6.5, LightInk.Wash(state), null), thing.Thing.Label);
        foreach (var part in Symbol(state.Icon(), mark.X + (thing.IsSquare ? 3 : 2), mark.Y + (thing.IsSquare ? 3 : 2), thing.IsSquare ? 8 : 9, LightInk.Ink(state)))
            yield return part;
        if (thing.IsSquare)
            yield break;
        var name = Words(thing.Text, place.X + 26, place.Middle + 4, 13, LightInk.Text);
        if (thing.Tail.Length > 0)
            name.Add(new XElement(_svg + "tspan", new XAttribute("fill", LightInk.Faint), Clean(thing.Tail)));
        yield return name;
    }

    private static XElement Line(DrawnLine line) => new(
        _svg + "path", new XAttribute("d", line.Shape), new XAttribute("fill", "none"), new XAttribute("stroke", line.IsCut ? LightInk.Ink(HealthState.Broken) : LightInk.LineStrong),
        new XAttribute("stroke-opacity", line.IsCut ? "0.8" : line.Paths.Count > 0 ? "0.5" : "0.25"), new XAttribute("stroke-width", line.Paths.Count > 0 ? "1.2" : "1"));

    private static string Detail(DrawnPanel panel) => panel.Panel.Head.State == HealthState.Unknown ? "cannot be read" : panel.Panel.Detail;

    private IEnumerable<XElement> Symbol(string name, int x, int y, int size, string ink)
    {
        var id = $"i-{name}";
        if (!_used.ContainsKey(id))
        {
            if (sprite.Find(name) is not { } symbol)
                yield break;
            symbol.SetAttributeValue("id", id);
            _used[id] = symbol;
        }

        yield return new XElement(_svg + "use", new XAttribute("href", $"#{id}"), new XAttribute("x", x), new XAttribute("y", y), new XAttribute("width", size), new XAttribute("height", size), new XAttribute("color", ink));
    }

    private static XElement Rectangle(Box box, double radius, string fill, string? stroke) => new(
        _svg + "rect", new XAttribute("x", box.X), new XAttribute("y", box.Y), new XAttribute("width", box.Width), new XAttribute("height", box.Height), new XAttribute("rx", radius.ToString(CultureInfo.InvariantCulture)),
        new XAttribute("fill", fill), stroke is null ? null : new XAttribute("stroke", stroke));

    private static XElement Words(string text, int x, int y, double size, string ink, params (string Name, string Value)[] more) => new(
        _svg + "text", new XAttribute("x", x), new XAttribute("y", y), new XAttribute("font-size", size.ToString(CultureInfo.InvariantCulture)), new XAttribute("fill", ink),
        more.Select(one => new XAttribute(one.Name, one.Value)), Clean(text));

    private static XElement Titled(XElement shape, string text)
    {
        shape.Add(new XElement(_svg + "title", Clean(text)));
        return shape;
    }

    private static string Clean(string text) => new([.. text.Where((letter, index) => XmlConvert.IsXmlChar(letter) || IsPair(text, index))]);

    /// <summary>Letters that take two places are allowed only together.</summary>
    private static bool IsPair(string text, int index) =>
        (index + 1 < text.Length && char.IsSurrogatePair(text[index], text[index + 1])) || (index > 0 && char.IsSurrogatePair(text[index - 1], text[index]));
}
