using System.Globalization;
using System.Text.RegularExpressions;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The version that an app ran before: one less in the last number of its tag.</summary>
internal static partial class PreviousImage
{
    /// <summary>Null for a tag without such a number.</summary>
    public static string? Of(string image)
    {
        var last = Number().Match(image);
        return last.Success && int.Parse(last.Value, CultureInfo.InvariantCulture) is var number and > 0
            ? string.Concat(image.AsSpan(0, last.Index), (number - 1).ToString(CultureInfo.InvariantCulture), image.AsSpan(last.Index + last.Length))
            : null;
    }

    [GeneratedRegex(@"\d+(?=\D*$)")]
    private static partial Regex Number();
}
