namespace HomelabPortal.Cluster.Objects.Yaml;

/// <summary>Cuts the tokens of a line where what was searched begins and ends.</summary>
internal static class YamlPieces
{
    /// <param name="found">Columns at which something was found, in order.</param>
    /// <param name="length">How long each of those is.</param>
    /// <param name="chosen">The column of the one that is looked at; null when it is on another line.</param>
    public static IEnumerable<YamlPiece> Of(YamlLine line, IEnumerable<int> found, int length, int? chosen)
    {
        var places = found.ToArray();
        var column = line.Indent;
        foreach (var token in line.Tokens)
        {
            for (var at = 0; at < token.Text.Length;)
            {
                var here = column + at;
                var place = Array.FindIndex(places, start => here >= start && here < start + length);
                var next = place >= 0 ? places[place] + length : places.Where(start => start > here).DefaultIfEmpty(int.MaxValue).First();
                var end = (int)Math.Min(token.Text.Length, (long)next - column);
                yield return new YamlPiece(token.Kind, token.Text[at..end], place >= 0, place >= 0 && places[place] == chosen);
                at = end;
            }

            column += token.Text.Length;
        }
    }
}
