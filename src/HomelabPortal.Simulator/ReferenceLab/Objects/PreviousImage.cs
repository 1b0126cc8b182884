using System.Globalization;
using System.Text.RegularExpressions;

namespace HomelabPortal.Simulator.ReferenceLab.Objects;

/// <summary>The version that an app ran before: one less in the last number of its tag that is not nothing.</summary>
internal static partial class PreviousImage
{
    /// <summary>Null for a tag without such a number.</summary>
    public static string? Of(string image)
    {
        var tag = image.LastIndexOf(':') + 1;
        var last = Number().Matches(image).LastOrDefault(match => match.Index >= tag && int.Parse(match.Value, CultureInfo.InvariantCulture) > 0);
        return tag == 0 || last is null
            ? null
            : string.Concat(image.AsSpan(0, last.Index), (int.Parse(last.Value, CultureInfo.InvariantCulture) - 1).ToString(CultureInfo.InvariantCulture), image.AsSpan(last.Index + last.Length));
    }

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
