using System.Collections.Immutable;

namespace HomelabPortal.Gpu.Telemetry.Reading;

/// <summary>
/// What nvidia-smi prints as CSV, read by the names in its first line, for drivers add, drop and reorder fields.
/// Values are divided by a comma and a space and never quoted; a unit follows the name in brackets, and the value too unless asked otherwise.
/// Whatever is not a number where one belongs is unknown: <c>[N/A]</c>, <c>N/A</c>, <c>[Not Supported]</c>, <c>[Unknown Error]</c> and more.
/// </summary>
internal sealed class SmiTable
{
    private readonly ImmutableArray<string> _names;

    private SmiTable(ImmutableArray<string> names, ImmutableArray<SmiRow> rows) => (_names, Rows) = (names, rows);

    public ImmutableArray<SmiRow> Rows { get; }

    public bool Has(string name) => _names.Contains(name);

    public static SmiTable Read(string text)
    {
        var lines = text.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        if (lines.Count == 0)
            return new SmiTable([], []);
        ImmutableArray<string> names = [.. Cells(lines[0]).Select(WithoutUnit)];
        return new SmiTable(names, [.. lines.Skip(1).Select(Cells).Where(cells => cells.Length == names.Length).Select(cells => new SmiRow(names, cells))]);
    }

    private static ImmutableArray<string> Cells(string line) => [.. line.Split(", ").Select(cell => cell.Trim().TrimEnd(','))];

    private static string WithoutUnit(string name) => name.IndexOf(" [", StringComparison.Ordinal) is >= 0 and var at ? name[..at] : name;
}
