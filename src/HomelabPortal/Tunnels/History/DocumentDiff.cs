using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace HomelabPortal.Tunnels.History;

/// <summary>Pure: two documents side by side, line by line.</summary>
internal static class DocumentDiff
{
    private static readonly JsonSerializerOptions _indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ImmutableArray<DiffRow> Of(JsonObject left, JsonObject right)
    {
        var (old, now) = (Lines(left), Lines(right));
        var start = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        var end = old.Skip(start).Reverse().Zip(now.Skip(start).Reverse()).TakeWhile(pair => pair.First == pair.Second).Count();
        var rows = ImmutableArray.CreateBuilder<DiffRow>();
        rows.AddRange(old[..start].Select(line => new DiffRow(line, line)));
        rows.AddRange(Middle(old[start..^end], now[start..^end]));
        rows.AddRange(old[^end..].Select(line => new DiffRow(line, line)));
        return rows.ToImmutable();
    }

    /// <summary>What differs is aligned by its longest common lines.</summary>
    private static List<DiffRow> Middle(string[] old, string[] now)
    {
        var common = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
        }

        var rows = new List<DiffRow>();
        var (a, b) = (0, 0);
        while (a < old.Length || b < now.Length)
        {
            if (a < old.Length && b < now.Length && old[a] == now[b])
                rows.Add(new DiffRow(old[a++], now[b++]));
            else if (b >= now.Length || (a < old.Length && common[a + 1, b] >= common[a, b + 1]))
                rows.Add(new DiffRow(old[a++], null));
            else
                rows.Add(new DiffRow(null, now[b++]));
        }

        return rows;
    }

    private static string[] Lines(JsonObject document) => document.ToJsonString(_indented).ReplaceLineEndings("\n").Split('\n');
}
