using System.Collections.Immutable;

namespace HomelabPortal.Cluster.Objects.Yaml;

/// <summary>Where a text stands in lines of YAML.</summary>
internal sealed class YamlSearch
{
    private const int Most = 5000;

    private readonly Dictionary<int, int[]> _byLine;

    private YamlSearch(int length, ImmutableArray<YamlPlace> places)
    {
        Length = length;
        Places = places;
        _byLine = places.GroupBy(place => place.Line).ToDictionary(line => line.Key, line => line.Select(place => place.Column).ToArray());
    }

    public static YamlSearch None { get; } = new(0, []);

    /// <summary>How long each place is.</summary>
    public int Length { get; }

    public ImmutableArray<YamlPlace> Places { get; }

    /// <summary>True when there are more places than anybody would step through.</summary>
    public bool IsCut => Places.Length == Most;

    /// <summary>The columns of the places on one line.</summary>
    public IReadOnlyList<int> On(int line) => _byLine.GetValueOrDefault(line) ?? [];

    /// <summary>Where on this line the chosen place is; null when it is on another.</summary>
    public int? ColumnOf(int chosen, int line) => chosen < Places.Length && Places[chosen].Line == line ? Places[chosen].Column : null;

    /// <summary>The next place; after the last one comes the first.</summary>
    public int Step(int chosen, int step) => Places.Length == 0 ? 0 : (chosen + step + Places.Length) % Places.Length;

    /// <summary>From top to bottom, without regard to case.</summary>
    public static YamlSearch Of(ImmutableArray<YamlLine> lines, string text)
    {
        if (text.Length == 0)
            return None;
        var places = ImmutableArray.CreateBuilder<YamlPlace>();
        for (var line = 0; line < lines.Length && places.Count < Most; line++)
        {
            var at = lines[line].Text.IndexOf(text, StringComparison.OrdinalIgnoreCase);
            while (at >= 0 && places.Count < Most)
            {
                places.Add(new YamlPlace(line, at));
                at = lines[line].Text.IndexOf(text, at + text.Length, StringComparison.OrdinalIgnoreCase);
            }
        }

        return new YamlSearch(text.Length, places.ToImmutable());
    }
}
