using System.Globalization;

namespace HomelabPortal.Kubernetes;

/// <summary>Reads <c>&lt;number&gt;&lt;suffix&gt;</c>: decimal (n u m k M G T P E), binary (Ki..Ei) or exponent (e3, E-2) suffixes.</summary>
internal static class QuantityParser
{
    private const decimal Largest = long.MaxValue;
    private const decimal Smallest = 0.000000001m;

    public static bool TryParse(ReadOnlySpan<char> text, out Quantity quantity)
    {
        quantity = default;
        var end = NumberLength(text);
        if (end == 0 || !decimal.TryParse(Shorten(text[..end]), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            return false;
        if (Multiplier(text[end..]) is not { } multiplier)
            return false;
        quantity = new Quantity(Cap(number, multiplier));
        return true;
    }

    /// <summary>Length of the leading sign, digits and point; zero when there is no digit.</summary>
    private static int NumberLength(ReadOnlySpan<char> text)
    {
        var index = text.Length > 0 && text[0] is '+' or '-' ? 1 : 0;
        var digits = 0;
        var points = 0;
        for (; index < text.Length; index++)
        {
            if (char.IsAsciiDigit(text[index]))
                digits++;
            else if (text[index] == '.' && points == 0)
                points++;
            else
                break;
        }
        return digits == 0 ? 0 : index;
    }

    /// <summary>A decimal holds 28 digits: more whole digits than that are beyond the cap anyway, more fractional ones below the rounding.</summary>
    private static ReadOnlySpan<char> Shorten(ReadOnlySpan<char> number)
    {
        var point = number.IndexOf('.');
        var whole = point < 0 ? number : number[..point];
        var digits = whole.TrimStart("+-").TrimStart('0');
        if (digits.Length > 19)
            return number[0] == '-' ? "-10000000000000000000" : "10000000000000000000";
        return number;
    }

    private static decimal? Multiplier(ReadOnlySpan<char> suffix) => suffix switch
    {
        "" => 1m,
        "n" => 0.000000001m,
        "u" => 0.000001m,
        "m" => 0.001m,
        "k" => 1e3m,
        "M" => 1e6m,
        "G" => 1e9m,
        "T" => 1e12m,
        "P" => 1e15m,
        "E" => 1e18m,
        "Ki" => 1024m,
        "Mi" => 1024m * 1024,
        "Gi" => 1024m * 1024 * 1024,
        "Ti" => 1024m * 1024 * 1024 * 1024,
        "Pi" => 1024m * 1024 * 1024 * 1024 * 1024,
        "Ei" => 1024m * 1024 * 1024 * 1024 * 1024 * 1024,
        _ => Exponent(suffix),
    };

    private static decimal? Exponent(ReadOnlySpan<char> suffix)
    {
        if (suffix[0] is not ('e' or 'E') || !int.TryParse(suffix[1..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
            return null;
        var multiplier = 1m;
        // Beyond these bounds every number but zero is capped or rounded up, so the exact power no longer matters.
        for (var step = Math.Clamp(exponent, -20, 20); step != 0; step -= Math.Sign(step))
            multiplier = step > 0 ? multiplier * 10 : multiplier / 10;
        return multiplier;
    }

    private static decimal Cap(decimal number, decimal multiplier)
    {
        if (number == 0)
            return 0;
        if (multiplier > 1 && Math.Abs(number) > Largest / multiplier)
            return Math.Sign(number) * Largest;
        var value = number * multiplier;
        var magnitude = Math.Max(Math.Abs(value), Smallest);
        magnitude = Math.Min(magnitude, Largest);
        return Math.Sign(number) * RoundUp(magnitude);
    }

    private static decimal RoundUp(decimal magnitude)
    {
        var rounded = Math.Round(magnitude, 9, MidpointRounding.ToPositiveInfinity);
        return rounded < magnitude ? rounded + Smallest : rounded;
    }
}
