using System.Xml;
using System.Xml.Linq;

namespace HomelabPortal.Map.Drawing;

/// <summary>The symbols of the interface sprite, for a picture that must carry all it shows.</summary>
internal sealed class SpriteShapes(IWebHostEnvironment environment)
{
    private const string Sprite = "generated/icons.svg";
    private static readonly XName _symbol = XName.Get("symbol", "http://www.w3.org/2000/svg");

    private Dictionary<string, XElement>? _symbols;

    /// <summary>A symbol of its own that may be put anywhere; null when the sprite has none of this name.</summary>
    public XElement? Find(string name) => (_symbols ??= Read()).TryGetValue(name, out var symbol) ? new XElement(symbol) : null;

    private Dictionary<string, XElement> Read()
    {
        var file = environment.WebRootFileProvider.GetFileInfo(Sprite);
        if (!file.Exists)
            return [];
        using var stream = file.CreateReadStream();
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XDocument.Load(reader).Descendants(_symbol).DistinctBy(symbol => (string?)symbol.Attribute("id")).ToDictionary(symbol => (string?)symbol.Attribute("id") ?? "");
    }
}
