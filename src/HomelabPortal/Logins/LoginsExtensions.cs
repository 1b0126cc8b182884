using HomelabPortal.Logins.Planning;
using HomelabPortal.Logins.Writing;
using HomelabPortal.Platform;
using HomelabPortal.Reconcile;

namespace HomelabPortal.Logins;

internal static class LoginsExtensions
{
    public static IServiceCollection AddLogins(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<LoginState>(LoginState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<LoginLook>();
        services.AddSingleton<ITarget, LoginTarget>();
        services.AddSingleton<IDesiredCompiler, LoginCompiler>();
        return services;
    }
}
