using HomelabPortal.Platform;

namespace HomelabPortal.Access.Authority;

/// <summary>Asks <see cref="ActDecision"/> with the state and time of this moment.</summary>
internal sealed class AuthorityCheck(Live<AccessState> access, TimeProvider time)
{
    private readonly ActThrottle _throttle = new(time);

    public AccessRefusal? WhyNot(Actor actor, Act act) => ActDecision.WhyNot(access.Current.Value, actor, act, time.GetUtcNow());

    /// <summary>For who is about to act: the try is counted, and too many are refused.</summary>
    public AccessRefusal? WhyNotNow(Actor actor, Act act) => _throttle.TryTake(actor)
        ? WhyNot(actor, act)
        : new AccessRefusal(AccessRefusalKind.TooMany, $"That is more than {ActThrottle.PerMinute} acts a minute. Wait a moment and try again.");
}
