using HomelabPortal.Map.Drawing;
using HomelabPortal.Map.Reading;
using HomelabPortal.Map.Watching;
using HomelabPortal.Platform;

namespace HomelabPortal.Map;

internal static class MapRoomExtensions
{
    /// <summary>Draws the lab as one picture from the published states of the other rooms.</summary>
    public static IServiceCollection AddLabMap(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<MapState>(MapState.Unread, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<MapSources>();
        services.AddSingleton<SpriteShapes>();
        services.AddHostedService<MapWatcher>();
        return services;
    }
}
