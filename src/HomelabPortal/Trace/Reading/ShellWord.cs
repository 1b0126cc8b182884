namespace HomelabPortal.Trace.Reading;

/// <summary>Writes a word for a shell so that nothing in it is read as more than text: names in commands come from outside.</summary>
internal static class ShellWord
{
    private const string Plain = "._-/:@=+,%";

    public static string Quote(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || Plain.Contains(letter)) && text[0] != '-'
        ? text
        : $"'{new string([.. text.Where(letter => !char.IsControl(letter))]).Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
