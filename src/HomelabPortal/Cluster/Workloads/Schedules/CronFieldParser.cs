using System.Globalization;

namespace HomelabPortal.Cluster.Workloads.Schedules;

/// <summary>Reads a field: numbers, names, ranges, steps and lists of them.</summary>
/// <param name="names">The names of the numbers from <paramref name="least"/> on; empty when they have none.</param>
internal sealed class CronFieldParser(int least, int most, params IReadOnlyList<string> names)
{
    /// <summary>Null when the text is no such field.</summary>
    public CronField? Parse(string text)
    {
        var (bits, isAny) = (0UL, false);
        foreach (var part in text.Split(','))
        {
            if (Part(part) is not { } read)
                return null;
            bits |= read.Bits;
            isAny |= read.IsAny;
        }

        return new CronField(bits, isAny);
    }

    private CronField? Part(string part)
    {
        if (part.Split('/') is not [var range, .. { Length: <= 1 } steps] || Range(range) is not var (from, to, isOne, isAny))
            return null;
        var step = 1;
        if (steps is [var text])
        {
            if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out step) || step == 0)
                return null;
            // "5/10" means from 5 to the end, and a step restricts, so "*/2" is no star any more.
            (to, isAny) = (isOne ? most : to, isAny && step == 1);
        }

        var bits = 0UL;
        for (var number = from; number <= to; number += step)
            bits |= 1UL << number;
        return new CronField(bits, isAny);
    }

    private (int From, int To, bool IsOne, bool IsAny)? Range(string text)
    {
        if (text is "*" or "?")
            return (least, most, false, true);
        var ends = text.Split('-');
        if (ends.Length > 2 || Number(ends[0]) is not { } from || Number(ends[^1]) is not { } to || from > to)
            return null;
        return (from, to, ends.Length == 1, false);
    }

    private int? Number(string text)
    {
        for (var index = 0; index < names.Count; index++)
        {
            if (names[index].Equals(text, StringComparison.OrdinalIgnoreCase))
                return least + index;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;
    }
}
