namespace HomelabPortal.Platform;

internal static class PlatformExtensions
{
    /// <summary>Time and randomness, so that tests can bring their own.</summary>
    public static IServiceCollection AddPlatform(this IServiceCollection services)
    {
        services.AddSingleton(TimeProvider.System);
        // Seeded by the framework; Random.Shared would hide the dependency from tests.
        services.AddSingleton(_ => new Random());
        return services;
    }
}
