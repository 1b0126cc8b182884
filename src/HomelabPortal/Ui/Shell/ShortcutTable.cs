using System.Collections.Immutable;

namespace HomelabPortal.Ui.Shell;

/// <summary>Every key that the portal listens to, as the list under <c>?</c> shows them.</summary>
internal static class ShortcutTable
{
    /// <summary>Its keys are those of every map, and nobody chooses others.</summary>
    public const string Map = "Map";

    public static ImmutableArray<(string Title, ImmutableArray<Shortcut> Shortcuts)> Groups { get; } =
    [
        ("Everywhere", [new("help", '?', "This list"), new("prefix", 'g', "First key of a place")]),
        ("Tables", [new("filter", '/', "Filter"), new("next", 'j', "Next row"), new("previous", 'k', "Previous row")]),
        ("The object, or the row", [new("press", 'l', "Logs"), new("press", 'y', "YAML"), new("press", 's', "Shell")]),
        (Map, []),
        ("Go to", [.. Places.All.Select(place => new Shortcut("go", place.Letter, place.Title))]),
    ];
}
