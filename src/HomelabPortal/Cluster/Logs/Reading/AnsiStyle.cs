namespace HomelabPortal.Cluster.Logs.Reading;

/// <summary>The colours and weights that an escape sequence chose. Colours are the sixteen of a terminal; others become the nearest of these.</summary>
internal readonly record struct AnsiStyle(int? Front, int? Back, bool IsBold, bool IsDim, bool IsItalic, bool IsUnderlined)
{
    private static readonly (int Red, int Green, int Blue)[] _colours =
    [
        (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 110, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
        (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255), (255, 255, 255),
    ];

    public string Classes => string.Join(' ', Names());

    /// <summary>Applies the numbers of one "select graphic rendition"; what is unknown changes nothing.</summary>
    public AnsiStyle With(ReadOnlySpan<int> codes)
    {
        var style = this;
        for (var i = 0; i < codes.Length; i++)
        {
            if (codes[i] is 38 or 48)
            {
                var colour = Extended(codes, ref i, out var isFront);
                style = colour is null ? style : isFront ? style with { Front = colour } : style with { Back = colour };
            }
            else
            {
                style = style.With(codes[i]);
            }
        }

        return style;
    }

    private AnsiStyle With(int code) => code switch
    {
        0 => default,
        1 => this with { IsBold = true },
        2 => this with { IsDim = true },
        3 => this with { IsItalic = true },
        4 => this with { IsUnderlined = true },
        22 => this with { IsBold = false, IsDim = false },
        23 => this with { IsItalic = false },
        24 => this with { IsUnderlined = false },
        >= 30 and <= 37 => this with { Front = code - 30 },
        39 => this with { Front = null },
        >= 40 and <= 47 => this with { Back = code - 40 },
        49 => this with { Back = null },
        >= 90 and <= 97 => this with { Front = code - 90 + 8 },
        >= 100 and <= 107 => this with { Back = code - 100 + 8 },
        _ => this,
    };

    private static int? Extended(ReadOnlySpan<int> codes, ref int i, out bool isFront)
    {
        isFront = codes[i] == 38;
        if (i + 2 < codes.Length && codes[i + 1] == 5)
        {
            i += 2;
            return OfPalette(codes[i]);
        }

        if (i + 4 < codes.Length && codes[i + 1] == 2)
        {
            i += 4;
            return Nearest(codes[i - 2], codes[i - 1], codes[i]);
        }

        i = codes.Length;
        return null;
    }

    private static int? OfPalette(int number) => number switch
    {
        < 0 or > 255 => null,
        < 16 => number,
        < 232 => Nearest(Level((number - 16) / 36), Level((number - 16) / 6 % 6), Level((number - 16) % 6)),
        _ => Nearest(8 + 10 * (number - 232), 8 + 10 * (number - 232), 8 + 10 * (number - 232)),
    };

    private static int Level(int step) => step == 0 ? 0 : 55 + 40 * step;

    private static int Nearest(int red, int green, int blue) =>
        Enumerable.Range(0, _colours.Length).MinBy(i => Square(_colours[i].Red - red) + Square(_colours[i].Green - green) + Square(_colours[i].Blue - blue));

    private static long Square(long difference) => difference * difference;

    private IEnumerable<string> Names()
    {
        if (Front is { } front)
            yield return $"f{front}";
        if (Back is { } back)
            yield return $"k{back}";
        if (IsBold)
            yield return "b";
        if (IsDim)
            yield return "d";
        if (IsItalic)
            yield return "i";
        if (IsUnderlined)
            yield return "u";
    }
}
