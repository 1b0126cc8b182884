using System.Collections.Immutable;

namespace HomelabPortal.Map.Drawing;

/// <summary>What somebody wants to see otherwise than the map would by itself, by the ids of panels.</summary>
/// <param name="Named">As names.</param>
/// <param name="Squared">As squares.</param>
public sealed record MapFolds(ImmutableSortedSet<string> Named, ImmutableSortedSet<string> Squared)
{
    private const char Separator = '~';
    private const int Most = 200;

    public static MapFolds None { get; } = new([], []);

    /// <param name="names">As it stands in an address: ids with "~" between them.</param>
    public static MapFolds Read(string? names, string? squares) => new(Parts(names), Parts(squares));

    public PanelForm? Wanted(string panel) => Named.Contains(panel) ? PanelForm.Names : Squared.Contains(panel) ? PanelForm.Squares : null;

    /// <summary>The same with one panel turned over.</summary>
    public MapFolds Turn(string panel, PanelForm now) => now == PanelForm.Names
        ? new MapFolds(Named.Remove(panel), Squared.Add(panel))
        : new MapFolds(Named.Add(panel), Squared.Remove(panel));

    public string? NamesText => Text(Named);

    public string? SquaresText => Text(Squared);

    private static string? Text(ImmutableSortedSet<string> ids) => ids.IsEmpty ? null : string.Join(Separator, ids);

    private static ImmutableSortedSet<string> Parts(string? text) => text is null ? [] : [.. text.Split(Separator, Most, StringSplitOptions.RemoveEmptyEntries)];
}
