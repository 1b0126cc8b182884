using HomelabPortal.Platform;

namespace HomelabPortal.Access.Record;

internal static class RecordExtensions
{
    public static void AddRecord(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<RecordState>(RecordState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<RecordBook>();
        services.AddSingleton<RecordMasks>();
        services.AddSingleton<AuditExport>();
        services.AddHostedService<InterruptedActs>();
        services.AddHostedService<AuditRetention>();
    }
}
