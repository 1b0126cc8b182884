namespace HomelabPortal.Ingress.Rules;

/// <summary>
/// Reads the rule language of Traefik routers: matchers joined by &amp;&amp; and ||, negated by !, grouped by parentheses.
/// &amp;&amp; binds tighter than ||. A rule that cannot be read is a fault with its place, never an exception.
/// </summary>
internal ref struct RuleParser
{
    /// <summary>Deeper than any rule a person writes; keeps hostile text from exhausting the stack.</summary>
    private const int DeepestNesting = 64;

    /// <summary>Chains make trees as deep as they are long.</summary>
    private const int MostMatchers = 256;

    private RuleLexer _lexer;
    private RuleToken _token;
    private string? _fault;
    private int _matchers;

    private RuleParser(string rule)
    {
        _lexer = new RuleLexer(rule);
        _token = _lexer.Next();
    }

    public static (RuleExpression? Expression, string? Fault) Parse(string rule)
    {
        if (string.IsNullOrWhiteSpace(rule))
            return (null, "The rule is empty.");
        var parser = new RuleParser(rule);
        var expression = parser.Or(0);
        if (parser._fault is null && parser._token.Kind != RuleTokenKind.End)
            parser.Fail("&&, || or the end of the rule");
        return parser._fault is null ? (expression, null) : (null, parser._fault);
    }

    private RuleExpression? Or(int depth)
    {
        var left = And(depth);
        while (left is not null && _token.Kind == RuleTokenKind.Or)
        {
            Advance();
            left = And(depth) is { } right ? new RuleExpression.Or(left, right) : null;
        }

        return left;
    }

    private RuleExpression? And(int depth)
    {
        var left = Single(depth);
        while (left is not null && _token.Kind == RuleTokenKind.And)
        {
            Advance();
            left = Single(depth) is { } right ? new RuleExpression.And(left, right) : null;
        }

        return left;
    }

    private RuleExpression? Single(int depth)
    {
        if (depth > DeepestNesting)
            return Fail($"at most {DeepestNesting} levels of parentheses");
        switch (_token.Kind)
        {
            case RuleTokenKind.Not:
                Advance();
                return Single(depth + 1) is { } inner ? new RuleExpression.Not(inner) : null;
            case RuleTokenKind.Open:
                Advance();
                var group = Or(depth + 1);
                return group is not null && Expect(RuleTokenKind.Close, ")") ? group : null;
            case RuleTokenKind.Name:
                return Call();
            default:
                return Fail("a matcher such as Host(`…`)");
        }
    }

    private RuleExpression.Call? Call()
    {
        if (++_matchers > MostMatchers)
            return (RuleExpression.Call?)Fail($"at most {MostMatchers} matchers");
        // An unknown name is kept as it is written, to be named in the fault.
        var name = RuleMatchers.NameOf(_token.Text) ?? _token.Text;
        Advance();
        if (!Expect(RuleTokenKind.Open, "("))
            return null;
        var arguments = new List<string>();
        while (_token.Kind == RuleTokenKind.Text)
        {
            arguments.Add(_token.Text);
            Advance();
            if (_token.Kind != RuleTokenKind.Comma)
                break;
            Advance();
        }

        return Expect(RuleTokenKind.Close, ")") ? new RuleExpression.Call(name, new EquatableTexts([.. arguments])) : null;
    }

    private void Advance() => _token = _lexer.Next();

    private bool Expect(RuleTokenKind kind, string wanted)
    {
        if (_token.Kind != kind)
        {
            Fail(wanted);
            return false;
        }

        Advance();
        return true;
    }

    private RuleExpression? Fail(string wanted)
    {
        var found = _token.Kind == RuleTokenKind.End ? "the end" : $"\"{_token.Text}\"";
        _fault ??= $"Expected {wanted} at character {_token.At + 1}, found {found}.";
        return null;
    }
}
