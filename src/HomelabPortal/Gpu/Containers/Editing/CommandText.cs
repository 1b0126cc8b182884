using System.Text;

namespace HomelabPortal.Gpu.Containers.Editing;

/// <summary>Pure: a command as one line, and back. Quotes keep words together, as in a shell; nothing else of a shell is understood.</summary>
internal static class CommandText
{
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Select(Quoted));

    public static IReadOnlyList<string> Words(string text)
    {
        var words = new List<string>();
        var (word, isOpen, quote) = (new StringBuilder(), false, '\0');
        foreach (var letter in text)
        {
            if (quote != '\0' && letter == quote)
                quote = '\0';
            else if (quote == '\0' && (letter is '"' or '\''))
                (quote, isOpen) = (letter, true);
            else if (quote == '\0' && char.IsWhiteSpace(letter))
                isOpen = Close(words, word, isOpen);
            else
                isOpen = word.Append(letter).Length > 0;
        }

        Close(words, word, isOpen);
        return words;
    }

    private static bool Close(List<string> words, StringBuilder word, bool isOpen)
    {
        if (isOpen)
            words.Add(word.ToString());
        word.Clear();
        return false;
    }

    private static string Quoted(string word) => word switch
    {
        "" => "\"\"",
        _ when !word.Any(letter => char.IsWhiteSpace(letter) || letter is '"' or '\'') => word,
        _ when !word.Contains('"') => $"\"{word}\"",
        _ when !word.Contains('\'') => $"'{word}'",
        // Both kinds of quotes: the word in pieces, each in the quotes that it does not hold.
        _ => string.Concat(word.Select(letter => letter == '"' ? "'\"'" : $"\"{letter}\"")),
    };
}
