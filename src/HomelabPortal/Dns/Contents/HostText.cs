using System.Globalization;

namespace HomelabPortal.Dns.Contents;

/// <summary>Pure: reads the name that a record leads to: lower case, punycode, no dot at the end.</summary>
internal static class HostText
{
    private static readonly IdnMapping _idn = new() { UseStd3AsciiRules = false };

    /// <param name="mayBeRoot">A dot alone has a meaning here.</param>
    public static FieldReading Read(string typed, bool mayBeRoot)
    {
        if (typed == ".")
            return mayBeRoot ? FieldReading.Good(typed) : FieldReading.Bad(typed, "A dot alone leads nowhere. Name a host, for example nas.cowlab.org.");
        var name = typed.EndsWith('.') ? typed[..^1] : typed;
        if (name.Length == 0)
            return FieldReading.Bad(typed, "Name the host that it leads to, for example nas.cowlab.org.");
        if (name.Contains("://", StringComparison.Ordinal) || name.Contains('/') || name.Contains(':'))
            return FieldReading.Bad(typed, "Only the name of the host is needed, without http://, port or path, for example nas.cowlab.org.");
        var ascii = ToAscii(name);
        if (ascii is null || ascii.Length > 253 || !ascii.Split('.').All(IsLabel))
            return FieldReading.Bad(typed, $"“{typed}” is not the name of a host. Use letters, digits and hyphens between dots, for example nas.cowlab.org.");
        return ascii.Split('.').All(label => label.All(char.IsAsciiDigit))
            ? FieldReading.Bad(typed, "This is an address, and here stands a name, for example nas.cowlab.org.")
            : FieldReading.Good(ascii);
    }

    private static string? ToAscii(string name)
    {
        var lower = name.ToLowerInvariant();
        if (lower.All(char.IsAscii))
            return lower;
        try
        {
            // Label by label: the mapping refuses the underscore when it sees the whole name.
            return string.Join('.', lower.Split('.').Select(label => label.All(char.IsAscii) ? label : _idn.GetAscii(label))).ToLowerInvariant();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= 63 && label[0] != '-' && label[^1] != '-' && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');
}
