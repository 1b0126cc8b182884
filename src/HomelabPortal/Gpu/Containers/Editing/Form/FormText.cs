using System.Globalization;

namespace HomelabPortal.Gpu.Containers.Editing.Form;

/// <summary>Pure: what people type into the form as values. What cannot be read becomes a value that the check refuses at its field.</summary>
internal static class FormText
{
    private const decimal MiBInGiB = 1024m;
    private const decimal MostGiB = 1024m * 1024m;
    private const int Unread = -1;

    public static int? Whole(string text) =>
        text.Trim() is not { Length: > 0 } typed ? null
        : int.TryParse(typed, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : Unread;

    public static decimal? Fraction(string text) =>
        text.Trim() is not { Length: > 0 } typed ? null
        : decimal.TryParse(typed.Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : Unread;

    public static int? MiB(string gib) => Fraction(gib) is not { } number ? null : number is >= 0 and <= MostGiB ? (int)Math.Round(number * MiBInGiB) : Unread;

    /// <summary>With as many places as bring the same number of MiB back.</summary>
    public static string GiB(int? mebibytes) => mebibytes is { } number ? (number / MiBInGiB).ToString("0.####", CultureInfo.InvariantCulture) : "";

    public static string Of(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Of(decimal? number) => number?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    public static string[] Words(string text) => text.Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
