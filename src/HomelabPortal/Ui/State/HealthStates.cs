namespace HomelabPortal.Ui.State;

/// <summary>The one place that says how a state is named, drawn and coloured.</summary>
public static class HealthStates
{
    public static string Word(this HealthState state) => state switch
    {
        HealthState.Off => "Off",
        HealthState.Healthy => "Healthy",
        HealthState.Progressing => "Progressing",
        HealthState.Degraded => "Degraded",
        HealthState.Broken => "Broken",
        _ => "Unknown",
    };

    /// <summary>Name of the state's own symbol in the icon sprite.</summary>
    public static string Icon(this HealthState state) => Name(state);

    /// <summary>Class that sets the colour pair (<c>css/base.css</c>).</summary>
    public static string Css(this HealthState state) => "state-" + Name(state);

    private static string Name(HealthState state) => state switch
    {
        HealthState.Off => "off",
        HealthState.Healthy => "healthy",
        HealthState.Progressing => "progressing",
        HealthState.Degraded => "degraded",
        HealthState.Broken => "broken",
        _ => "unknown",
    };
}
