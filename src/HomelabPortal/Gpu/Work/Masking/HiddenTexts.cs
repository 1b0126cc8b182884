using HomelabPortal.Cluster.Objects.Manifests;

namespace HomelabPortal.Gpu.Work.Masking;

/// <summary>
/// Pure: puts hidden values back into texts that were shown without them and came back, perhaps changed around them.
/// <code>
/// "--api-key", "••••••••" as it was shown           the value, also in another place of the list
/// "serve --api-key •••••••• --port 81"              the value that stood behind "--api-key"
/// •••••••• behind anything else                     stays as it is: a value is never put where it did not stand
/// several values behind the same                    in their order, as long as there are as many
/// </code>
/// </summary>
internal static class HiddenTexts
{
    /// <param name="shown">What was shown of <paramref name="real"/>, text by text.</param>
    public static IReadOnlyList<string> Restore(IReadOnlyList<string> sent, IReadOnlyList<string> shown, IReadOnlyList<string> real)
    {
        var whole = new HiddenValues();
        var pieces = new HiddenValues();
        for (var place = 0; place < shown.Count; place++)
        {
            if (!WishMask.IsHiding(shown[place]))
                continue;
            whole.Add(Key(shown, place), real[place]);
            foreach (var (before, value) in Pieces(shown[place], real[place]))
                pieces.Add(before, value);
        }

        var hiding = Enumerable.Range(0, sent.Count).Where(place => WishMask.IsHiding(sent[place])).ToList();
        whole.Expect(hiding.Select(place => Key(sent, place)));
        pieces.Expect(hiding.Where(place => !whole.Has(Key(sent, place))).SelectMany(place => Places(sent[place]).Select(at => Before(sent[place], at))));
        return [.. sent.Select((text, place) => WishMask.IsHiding(text) ? whole.Take(Key(sent, place)) ?? Text(text, pieces) : text)];
    }

    private static string Text(string text, HiddenValues pieces)
    {
        var (restored, from) = ("", 0);
        foreach (var at in Places(text))
        {
            restored += text[from..at] + (pieces.Take(Before(text, at)) ?? Hidden.Mask);
            from = at + Hidden.Mask.Length;
        }

        return restored + text[from..];
    }

    /// <summary>What is wholly hidden is told by what stands before it.</summary>
    private static string Key(IReadOnlyList<string> texts, int place) =>
        texts[place] == Hidden.Mask ? $"{(place > 0 ? texts[place - 1] : "")}\0{Hidden.Mask}" : texts[place];

    private static IEnumerable<int> Places(string text)
    {
        for (var at = text.IndexOf(Hidden.Mask, StringComparison.Ordinal); at >= 0; at = text.IndexOf(Hidden.Mask, at + Hidden.Mask.Length, StringComparison.Ordinal))
            yield return at;
    }

    /// <summary>Each hidden value with the word before it; nothing where it cannot be told where one ends.</summary>
    private static List<(string Before, string Value)> Pieces(string shown, string real)
    {
        var found = new List<(string, string)>();
        var parts = shown.Split(Hidden.Mask);
        if (!real.StartsWith(parts[0], StringComparison.Ordinal) || !real.EndsWith(parts[^1], StringComparison.Ordinal))
            return [];
        var (at, end) = (parts[0].Length, real.Length - parts[^1].Length);
        foreach (var (place, part) in Places(shown).Zip(parts.Skip(1)))
        {
            var next = found.Count == parts.Length - 2 ? end : part.Length > 0 ? real.IndexOf(part, at, StringComparison.Ordinal) : -1;
            if (next < at || next > end)
                return [];
            found.Add((Before(shown, place), real[at..next]));
            at = next + part.Length;
        }

        return found;
    }

    /// <summary>"--api-key" before "--api-key ••••••••" and "KEY=" before "KEY=••••••••".</summary>
    private static string Before(string text, int at)
    {
        var before = text[..at].TrimEnd('"', '\'').TrimEnd();
        var start = before.LastIndexOfAny([' ', '\t', '\n', '\r']) + 1;
        var hidden = before.LastIndexOf(Hidden.Mask, StringComparison.Ordinal);
        return before[Math.Max(start, hidden < 0 ? 0 : hidden + Hidden.Mask.Length)..];
    }
}
