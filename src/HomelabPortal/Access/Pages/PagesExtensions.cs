using HomelabPortal.Access.Sessions;
using HomelabPortal.Ui.Shell;
using Microsoft.AspNetCore.Components.Server.Circuits;

namespace HomelabPortal.Access.Pages;

internal static class PagesExtensions
{
    /// <summary>What the pages about people need, and their parts of the frame around every page.</summary>
    public static void AddAccessPages(this IServiceCollection services)
    {
        services.AddSingleton<SessionActs>();
        services.AddSingleton<SessionSeen>();
        services.AddHostedService(provider => provider.GetRequiredService<SessionSeen>());
        services.AddScoped<CircuitHandler, SeenCircuit>();
        services.AddScoped<ProofRequest>();
        services.AddScoped<PasskeyScript>();
        services.AddSingleton(new ShellSlots(typeof(ExposeLink), typeof(ExposeBarLink), typeof(UserMenu), typeof(UserSheet), typeof(ProofDialog), typeof(NotAllowed)));
    }
}
