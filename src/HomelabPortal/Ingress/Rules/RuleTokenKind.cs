namespace HomelabPortal.Ingress.Rules;

internal enum RuleTokenKind
{
    End,
    Name,
    Text,
    And,
    Or,
    Not,
    Open,
    Close,
    Comma,
    Fault,
}
