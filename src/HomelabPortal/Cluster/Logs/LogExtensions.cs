using HomelabPortal.Cluster.Logs.Sending;
using HomelabPortal.Cluster.Logs.Viewing;

namespace HomelabPortal.Cluster.Logs;

internal static class LogExtensions
{
    public static void AddLogs(this IServiceCollection services)
    {
        services.AddSingleton<ILogHouse, ClusterLogs>();
        services.AddSingleton<LogStreams>();
        services.AddSingleton<LogSession>();
    }
}
