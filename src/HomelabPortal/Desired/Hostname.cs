using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace HomelabPortal.Desired;

/// <summary>A full DNS name in its canonical form: lower case, punycode, no trailing dot.</summary>
public readonly record struct Hostname
{
    private static readonly IdnMapping _idn = new() { UseStd3AsciiRules = false };

    private Hostname(string value) => Value = value;

    public string Value { get; }

    /// <summary>Reads what a person typed; on failure <paramref name="fault"/> says what is wrong with it.</summary>
    public static bool TryParse(string? text, out Hostname hostname, [NotNullWhen(false)] out string? fault)
    {
        hostname = default;
        var typed = (text ?? "").Trim().TrimEnd('.');
        fault = FaultOfTyped(typed);
        if (fault is not null)
            return false;
        string ascii;
        try
        {
            ascii = _idn.GetAscii(typed).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            fault = $"“{typed}” is not a hostname: it has characters that DNS cannot carry.";
            return false;
        }

        fault = FaultOfAscii(ascii);
        if (fault is not null)
            return false;
        hostname = new Hostname(ascii);
        return true;
    }

    /// <summary>For names that were parsed before they were stored.</summary>
    public static Hostname Parse(string text) =>
        TryParse(text, out var hostname, out var fault) ? hostname : throw new FormatException(fault);

    public bool IsWithin(string zone) =>
        Value.Equals(zone, StringComparison.Ordinal) || Value.EndsWith("." + zone, StringComparison.Ordinal);

    public override string ToString() => Value;

    private static string? FaultOfTyped(string typed)
    {
        if (typed.Length == 0)
            return "A hostname is needed, for example sonarr.cowlab.org.";
        if (typed.Contains("://", StringComparison.Ordinal) || typed.Contains('/'))
            return "Only the name is needed, without http:// and without a path.";
        if (typed.Contains(':'))
            return "Only the name is needed, without a port.";
        if (typed.Contains("..", StringComparison.Ordinal) || typed[0] == '.')
            return "A hostname has no empty part between two dots.";
        return typed.Any(char.IsWhiteSpace) ? "A hostname has no spaces." : null;
    }

    private static string? FaultOfAscii(string ascii)
    {
        if (ascii.Length > 253)
            return "A hostname has at most 253 characters.";
        var labels = ascii.Split('.');
        if (labels.Length < 2)
            return $"“{ascii}” needs its domain as well, for example {ascii}.cowlab.org.";
        return labels.Select(FaultOfLabel).FirstOrDefault(fault => fault is not null);
    }

    private static string? FaultOfLabel(string label)
    {
        if (label.Length is 0 or > 63)
            return "Every part between two dots has 1 to 63 characters.";
        if (label[0] == '-' || label[^1] == '-')
            return $"The part “{label}” begins or ends with a hyphen.";
        return label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? null
            : $"The part “{label}” may hold only letters, digits and hyphens.";
    }
}
