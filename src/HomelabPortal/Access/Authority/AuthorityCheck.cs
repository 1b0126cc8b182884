using HomelabPortal.Platform;

namespace HomelabPortal.Access.Authority;

/// <summary>Asks <see cref="ActDecision"/> with the state and time of this moment.</summary>
internal sealed class AuthorityCheck(Live<AccessState> access, TimeProvider time)
{
    public AccessRefusal? WhyNot(Actor actor, Act act) => ActDecision.WhyNot(access.Current.Value, actor, act, time.GetUtcNow());
}
