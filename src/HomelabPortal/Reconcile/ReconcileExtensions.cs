using HomelabPortal.Platform;

namespace HomelabPortal.Reconcile;

internal static class ReconcileExtensions
{
    public static IServiceCollection AddReconcile(this IServiceCollection services)
    {
        services.AddSingleton<Signal>();
        services.AddSingleton<Journal>();
        services.AddSingleton<TargetViews>();
        services.AddSingleton<StageRunner>();
        services.AddSingleton<BrakeConfirmation>();
        services.AddSingleton<Reconciler>();
        services.AddSingleton<PlanPreview>();
        services.AddSingleton<SettledPreview>();
        services.AddSingleton<DesiredActs>();
        services.AddSingleton(provider => new Live<ReconcileStatus>(ReconcileStatus.NotStarted, provider.GetRequiredService<TimeProvider>()));
        services.AddHostedService<ReconcileWorker>();
        return services;
    }
}
