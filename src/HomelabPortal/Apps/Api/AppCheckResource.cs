using HomelabPortal.Ui.State;

namespace HomelabPortal.Apps.Api;

/// <summary>One look at an app: at what serves it, at the way in the house, or at the way from the Internet.</summary>
internal sealed record AppCheckResource(AppCheckKind Kind, HealthState State, string Words);
