namespace HomelabPortal.Cluster.Drain;

internal static class DrainExtensions
{
    public static void AddDrain(this IServiceCollection services)
    {
        services.AddSingleton<NodeDrainer>();
        services.AddSingleton<DrainDesk>();
    }
}
