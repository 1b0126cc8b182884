using System.Text.RegularExpressions;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using HomelabPortal.Map.Drawing;
using HomelabPortal.Map.Reading;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Trace;
using HomelabPortal.Ui.State;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.FileProviders;

namespace HomelabPortal.Tests.Map.Drawing;

public sealed partial class SvgPictureTests
{
    private const string Hostile = "</text><script>alert(1)</script>\"'&\u0001<a href='javascript:x'>";
    private static readonly XNamespace _svg = "http://www.w3.org/2000/svg";

    [Fact]
    public void Picture_OfALab_NamesWhatItShows()
    {
        var words = Read(MapWorld.Read(new TraceWorld())).Descendants(_svg + "text").Select(text => text.Value).ToList();

        Assert.Subset(words.ToHashSet(), new HashSet<string> { "Internet", "tv.cowlab.org", "Traefik", "tower", "ollama", "RTX 3090", "tv-data" });
    }

    /// <summary>It stands alone: nothing is fetched, nothing runs, nothing is followed.</summary>
    [Fact]
    public void Picture_OfAnyMap_HoldsNothingButShapesAndText() => Prop.ForAll(Sketches.Any, map =>
    {
        var picture = Read(map);
        return picture.Descendants().All(part => part.Name.LocalName is "svg" or "title" or "defs" or "symbol" or "g" or "path" or "rect" or "circle" or "ellipse" or "line" or "polyline" or "polygon" or "text" or "tspan" or "use")
            && picture.DescendantsAndSelf().Attributes().All(attribute => attribute.Name.LocalName != "style" && !attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal) && (attribute.Name.LocalName != "href" || attribute.Value.StartsWith('#')));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Picture_WithAHostileName_ShowsItAsText()
    {
        var map = new MapState([new MapColumn(MapPlace.Machines, [new MapPanel(new MapThing("host:x", MapKind.Host, Hostile, HealthState.Broken, Hostile, "/gpu"), [new MapThing("c", MapKind.Container, Hostile, HealthState.Off, Hostile, null)])])], [], [], []);

        var picture = Read(map);

        Assert.Empty(picture.Descendants(_svg + "script"));
        Assert.Contains(picture.Descendants(_svg + "title"), title => title.Value.Contains("<script>alert(1)</script>", StringComparison.Ordinal));
    }

    [Fact]
    public void Picture_WithSymbols_CarriesThemItself()
    {
        var picture = Read(MapWorld.Read(new TraceWorld()));
        var own = picture.Descendants(_svg + "symbol").Select(symbol => $"#{(string?)symbol.Attribute("id")}").ToHashSet();

        Assert.NotEmpty(own);
        Assert.All(picture.Descendants(_svg + "use"), use => Assert.Contains((string)use.Attribute("href")!, own));
    }

    /// <summary>Colours are named once, in the tokens; the file cannot read them, so it is held against them.</summary>
    [Fact]
    public void Colours_OfTheFile_AreTheLightOnesOfTheTokens()
    {
        var tokens = LightColour().Matches(File.ReadAllText(RepositoryFolder.Combine("wwwroot-assets", "css", "tokens.css"))).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        Assert.Equal(
            [tokens["paper"], tokens["panel"], tokens["line"], tokens["line-strong"], tokens["text"], tokens["soft"], tokens["faint"]],
            [LightInk.Paper, LightInk.Panel, LightInk.Line, LightInk.LineStrong, LightInk.Text, LightInk.Soft, LightInk.Faint]);
        foreach (var (state, name) in new[] { (HealthState.Healthy, "ok"), (HealthState.Progressing, "move"), (HealthState.Degraded, "warn"), (HealthState.Broken, "bad"), (HealthState.Unknown, "unknown") })
            Assert.Equal((tokens[name], tokens[$"{name}-wash"]), (LightInk.Ink(state), LightInk.Wash(state)));
        Assert.Equal(tokens["off"], LightInk.Ink(HealthState.Off));
    }

    private static XElement Read(MapState map) => XDocument.Parse(new SvgPicture(MapLayout.Of(map, MapFolds.None), new SpriteShapes(new Assets())).Write("Map of the lab")).Root!;

    [GeneratedRegex("--([a-z-]+): light-dark\\((#[0-9a-f]{6}),")]
    private static partial Regex LightColour();

    /// <summary>The portal's own files.</summary>
    private sealed class Assets : IWebHostEnvironment
    {
        public string WebRootPath { get; set; } = "";
        public IFileProvider WebRootFileProvider { get; set; } = new PhysicalFileProvider(RepositoryFolder.Combine("wwwroot-assets"));
        public string ApplicationName { get; set; } = "";
        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
        public string ContentRootPath { get; set; } = "";
        public string EnvironmentName { get; set; } = "";
    }
}
