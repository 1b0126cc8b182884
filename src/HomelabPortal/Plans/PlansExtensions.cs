using HomelabPortal.Plans.Closing;
using HomelabPortal.Ui.Shell;

namespace HomelabPortal.Plans;

internal static class PlansExtensions
{
    public static IServiceCollection AddPlans(this IServiceCollection services) =>
        services.AddSingleton(new ShellBanner(typeof(ClosedBanner)));
}
