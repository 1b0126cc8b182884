using HomelabPortal.Access.Authority;

namespace HomelabPortal.Access;

/// <summary>What came of a one-off act.</summary>
/// <param name="Fault">Why it failed, for a person; null when it succeeded.</param>
internal sealed record ActionOutcome(long AuditId, string? Fault)
{
    /// <summary>Set when it failed because the actor may not do it, or must first prove who they are.</summary>
    public AccessRefusal? Refusal { get; private init; }

    /// <summary>Set when it failed only because the state it was judged upon had passed.</summary>
    public bool IsStale { get; init; }

    public bool Succeeded => Fault is null;

    public static ActionOutcome Refused(AccessRefusal refusal) => new(0, refusal.Message) { Refusal = refusal };
}
