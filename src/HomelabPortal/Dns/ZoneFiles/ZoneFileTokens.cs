using System.Collections.Immutable;
using System.Text;

namespace HomelabPortal.Dns.ZoneFiles;

/// <summary>Pure: cuts a zone file into logical lines of words. Brackets join lines, quotes keep spaces, a semicolon begins a remark.</summary>
internal static class ZoneFileTokens
{
    /// <summary>One logical line.</summary>
    /// <param name="Number">The line of the file it begins on.</param>
    /// <param name="BeginsWithSpace">Then it speaks of the same name as the line before.</param>
    /// <param name="Remark">What follows the semicolon.</param>
    internal sealed record Line(int Number, bool BeginsWithSpace, ImmutableArray<string> Words, string Remark, string? Fault);

    public static IEnumerable<Line> Cut(string text)
    {
        var reader = new Reader();
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (reader.Take(line.TrimEnd('\r'), number) is { } whole)
                yield return whole;
        }

        if (reader.Unfinished() is { } rest)
            yield return rest;
    }

    private sealed class Reader
    {
        private readonly List<string> _words = [];
        private string _remark = "";
        private string? _fault;
        private int _depth;
        private int _began;
        private bool _beginsWithSpace;

        public Line? Take(string line, int number)
        {
            if (_depth == 0)
                (_began, _beginsWithSpace) = (number, line.Length > 0 && char.IsWhiteSpace(line[0]));
            var at = 0;
            while (at < line.Length)
                at = TakeOne(line, at);
            return _depth > 0 ? null : Finish();
        }

        public Line? Unfinished()
        {
            if (_depth == 0)
                return null;
            _fault ??= "A bracket that was opened here is never closed.";
            return Finish();
        }

        private int TakeOne(string line, int at)
        {
            switch (line[at])
            {
                case ';':
                    _remark = (_remark + " " + line[(at + 1)..]).Trim();
                    return line.Length;
                case '(':
                    _depth++;
                    return at + 1;
                case ')':
                    if (_depth == 0)
                        _fault ??= "A bracket is closed that was never opened.";
                    _depth = Math.Max(0, _depth - 1);
                    return at + 1;
                case var c when char.IsWhiteSpace(c):
                    return at + 1;
                default:
                    return TakeWord(line, at);
            }
        }

        /// <summary>A word may hold quoted parts, as alpn="h3,h2" does.</summary>
        private int TakeWord(string line, int from)
        {
            var word = new StringBuilder();
            var isQuoted = false;
            var at = from;
            for (; at < line.Length; at++)
            {
                var c = line[at];
                if (c == '\\' && at + 1 < line.Length)
                {
                    word.Append(c).Append(line[++at]);
                    continue;
                }

                if (!isQuoted && (char.IsWhiteSpace(c) || c is ';' or '(' or ')'))
                    break;
                if (c == '"')
                    isQuoted = !isQuoted;
                word.Append(c);
            }

            if (isQuoted)
                _fault ??= "A quote is opened and never closed.";
            _words.Add(word.ToString());
            return at;
        }

        private Line? Finish()
        {
            var line = new Line(_began, _beginsWithSpace, [.. _words], _remark, _fault);
            _words.Clear();
            (_remark, _fault, _depth) = ("", null, 0);
            return line.Words.IsEmpty && line.Fault is null ? null : line;
        }
    }
}
