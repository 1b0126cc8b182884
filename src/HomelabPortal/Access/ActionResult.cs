using HomelabPortal.Access.Authority;

namespace HomelabPortal.Access;

/// <summary>What came of an act that gives something back.</summary>
/// <param name="Value">Null when it failed.</param>
internal sealed record ActionResult<T>(ActionOutcome Outcome, T? Value)
    where T : class
{
    public bool Succeeded => Outcome.Succeeded;

    public string? Fault => Outcome.Fault;

    public AccessRefusal? Refusal => Outcome.Refusal;

    public static implicit operator ActionResult<T>(ActionOutcome outcome) => new(outcome, null);
}
