namespace HomelabPortal.Access.Record;

/// <summary>Cells that a spreadsheet shows and never runs.</summary>
internal static class CsvText
{
    /// <summary>By these a spreadsheet takes text for a formula; full-width forms count too.</summary>
    private const string FormulaBeginnings = "=+-@\t\r\n＝＋－＠";

    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        var begins = text.TrimStart(' ', '\u00a0', '\ufeff');
        var safe = begins.Length > 0 && FormulaBeginnings.Contains(begins[0]) ? "'" + text : text;
        return $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
