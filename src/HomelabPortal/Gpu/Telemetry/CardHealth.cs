using HomelabPortal.Ui.State;

namespace HomelabPortal.Gpu.Telemetry;

/// <summary>When a figure of a card is worth a colour. Full memory and full load are what a card is for; heat is not.</summary>
internal static class CardHealth
{
    private const double Hot = 83;
    private const double TooHot = 92;
    private const double NearlyFull = 0.97;

    public static HealthState OfTemperature(double? celsius) => celsius switch
    {
        null => HealthState.Unknown,
        >= TooHot => HealthState.Broken,
        >= Hot => HealthState.Degraded,
        _ => HealthState.Healthy,
    };

    public static HealthState OfMemory(double? share) => share switch
    {
        null => HealthState.Unknown,
        >= NearlyFull => HealthState.Degraded,
        _ => HealthState.Healthy,
    };
}
