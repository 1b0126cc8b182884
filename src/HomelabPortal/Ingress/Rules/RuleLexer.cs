using System.Text;

namespace HomelabPortal.Ingress.Rules;

/// <summary>Cuts a rule into tokens. Texts stand in backticks (raw) or in double quotes (with escapes).</summary>
internal ref struct RuleLexer(ReadOnlySpan<char> rule)
{
    private readonly ReadOnlySpan<char> _rule = rule;
    private int _at;

    public RuleToken Next()
    {
        while (_at < _rule.Length && char.IsWhiteSpace(_rule[_at]))
            _at++;
        if (_at >= _rule.Length)
            return new RuleToken(RuleTokenKind.End, "", _at);
        var start = _at;
        return _rule[_at] switch
        {
            '(' => Take(RuleTokenKind.Open, 1),
            ')' => Take(RuleTokenKind.Close, 1),
            ',' => Take(RuleTokenKind.Comma, 1),
            '!' => Take(RuleTokenKind.Not, 1),
            '&' when Peek(1) == '&' => Take(RuleTokenKind.And, 2),
            '|' when Peek(1) == '|' => Take(RuleTokenKind.Or, 2),
            '`' => Raw(start),
            '"' => Quoted(start),
            var letter when char.IsAsciiLetter(letter) => Name(start),
            _ => Take(RuleTokenKind.Fault, 1),
        };
    }

    private readonly char Peek(int ahead) => _at + ahead < _rule.Length ? _rule[_at + ahead] : '\0';

    private RuleToken Take(RuleTokenKind kind, int length)
    {
        var token = new RuleToken(kind, _rule.Slice(_at, length).ToString(), _at);
        _at += length;
        return token;
    }

    private RuleToken Name(int start)
    {
        while (char.IsAsciiLetterOrDigit(Peek(0)))
            _at++;
        return new RuleToken(RuleTokenKind.Name, _rule[start.._at].ToString(), start);
    }

    private RuleToken Raw(int start)
    {
        var length = _rule[(start + 1)..].IndexOf('`');
        if (length < 0)
            return Unfinished(start);
        _at = start + length + 2;
        return new RuleToken(RuleTokenKind.Text, _rule.Slice(start + 1, length).ToString(), start);
    }

    private RuleToken Quoted(int start)
    {
        var text = new StringBuilder();
        for (_at++; _at < _rule.Length; _at++)
        {
            var letter = _rule[_at];
            if (letter == '"')
            {
                _at++;
                return new RuleToken(RuleTokenKind.Text, text.ToString(), start);
            }

            if (letter == '\\' && _at + 1 < _rule.Length)
                letter = _rule[++_at] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', var other => other };
            text.Append(letter);
        }

        return Unfinished(start);
    }

    private RuleToken Unfinished(int start)
    {
        _at = _rule.Length;
        return new RuleToken(RuleTokenKind.Fault, "a text without an end", start);
    }
}
