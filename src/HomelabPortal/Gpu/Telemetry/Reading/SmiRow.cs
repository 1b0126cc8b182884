using System.Collections.Immutable;
using System.Globalization;

namespace HomelabPortal.Gpu.Telemetry.Reading;

/// <summary>One line of a <see cref="SmiTable"/>.</summary>
internal sealed class SmiRow(ImmutableArray<string> names, ImmutableArray<string> cells)
{
    /// <summary>The words of a field; null when it is not there or not known.</summary>
    public string? Text(string name)
    {
        var at = names.IndexOf(name);
        var cell = at < 0 ? "" : cells[at];
        return cell is "" or "N/A" || cell.StartsWith('[') ? null : cell;
    }

    /// <summary>The number of a field, with or without a unit behind it.</summary>
    public double? Number(string name)
    {
        if (Text(name) is not { } text)
            return null;
        var space = text.IndexOf(' ');
        return double.TryParse(space < 0 ? text : text[..space], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : null;
    }

    public int? Whole(string name) => Number(name) is { } number and >= int.MinValue and <= int.MaxValue ? (int)Math.Round(number) : null;

    /// <summary>A field of bits, as <c>0x0000000000000004</c>.</summary>
    public ulong? Bits(string name) =>
        Text(name) is { } text && text.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
        && ulong.TryParse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var bits) ? bits : null;
}
