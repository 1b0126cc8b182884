using System.Globalization;

namespace HomelabPortal.Dns.Contents;

/// <summary>Pure: reads a whole number of a record.</summary>
internal static class NumberText
{
    public static FieldReading Read(string typed, string label, int most, string example) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= most
            ? FieldReading.Good(number.ToString(CultureInfo.InvariantCulture))
            : FieldReading.Bad(typed, $"{label} is a number from 0 to {most}, for example {example}.");
}
