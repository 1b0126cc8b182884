namespace HomelabPortal.Cluster.Events;

internal static class EventsExtensions
{
    /// <summary>Events that are read while somebody looks.</summary>
    public static IServiceCollection AddEvents(this IServiceCollection services)
    {
        services.AddSingleton<EventReader>();
        services.AddSingleton<EventLooks>();
        return services;
    }
}
