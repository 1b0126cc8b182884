using HomelabPortal.Cluster.Health;
using HomelabPortal.Ui.State;

namespace HomelabPortal.Cluster.Display;

/// <summary>From which share on a bar is coloured.</summary>
internal static class Load
{
    private const double High = 0.8;
    private const double VeryHigh = 0.95;

    public static HealthState Of(double? share) => share switch
    {
        null => HealthState.Unknown,
        >= VeryHigh => HealthState.Broken,
        >= High => HealthState.Degraded,
        _ => HealthState.Healthy,
    };

    public static HealthState OfDisk(double? share) => share switch
    {
        null => HealthState.Unknown,
        >= NodeHealth.DiskFull => HealthState.Broken,
        >= NodeHealth.DiskNearlyFull => HealthState.Degraded,
        _ => HealthState.Healthy,
    };
}
