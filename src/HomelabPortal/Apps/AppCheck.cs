using HomelabPortal.Ui.State;

namespace HomelabPortal.Apps;

/// <summary>One way to look at an app.</summary>
/// <param name="Words">What was found, in a few words or one sentence.</param>
/// <param name="Href">Where more is said about it.</param>
public sealed record AppCheck(AppCheckKind Kind, HealthState State, string Words, string? Href)
{
    /// <summary>What it makes of the app: an app that is only lost to the Internet still works in the house.</summary>
    public HealthState Weighed => (Kind, State) switch
    {
        (AppCheckKind.Internet, HealthState.Broken) => HealthState.Degraded,
        (AppCheckKind.Internet, HealthState.Unknown) => HealthState.Off,
        _ => State,
    };
}
