using HomelabPortal.Ui.Shell;

namespace HomelabPortal.Access.Pages;

internal static class PagesExtensions
{
    /// <summary>What the pages about people need, and their parts of the frame around every page.</summary>
    public static void AddAccessPages(this IServiceCollection services)
    {
        services.AddScoped<ProofRequest>();
        services.AddSingleton(new ShellSlots(typeof(ExposeLink), typeof(UserMenu), typeof(UserSheet), typeof(ProofDialog), typeof(NotAllowed)));
    }
}
