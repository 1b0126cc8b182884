using HomelabPortal.Access.Accounts;
using HomelabPortal.Access.Accounts.Passkeys;
using HomelabPortal.Access.Accounts.Passwords;
using HomelabPortal.Access.Authority;
using HomelabPortal.Access.Backups;
using HomelabPortal.Access.Invitations;
using HomelabPortal.Access.Pages;
using HomelabPortal.Access.Record;
using HomelabPortal.Access.Sessions;
using HomelabPortal.Access.SignIn;
using HomelabPortal.Access.Tokens;
using HomelabPortal.Access.Web;
using HomelabPortal.Platform;
using HomelabPortal.Storage;
using HomelabPortal.Storage.Rows;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Access;

internal static class AccessExtensions
{
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddSingleton(provider => new Live<AccessState>(AccessState.Empty, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<AccessStore>();
        services.AddSingleton<AuditLog>();
        services.AddSingleton<AuthorityCheck>();
        services.AddSingleton<ActionRunner>();
        services.AddSingleton<SessionBook>();
        services.AddSingleton<SessionEvents>();
        services.AddSingleton<DemoSignIn>();
        services.AddScoped<CurrentActor>();
        services.AddAccessPages();
        services.AddRecord();
        services.AddBackups();
        services.AddAccounts();
        services.AddSignIn();
        services.AddAuthentication(CredentialScheme.Name).AddCookie(SessionCookie.Scheme).AddTokens();
        services.AddWebGuards();
        services.AddOptions<CookieAuthenticationOptions>(SessionCookie.Scheme)
            .Configure<PortalAddress>((options, address) => SessionCookie.Configure(options, address.IsSecure));
        services.AddSingleton<IAuthorizationHandler, ActHandler>();
        services.AddCascadingAuthenticationState();
        services.AddAuthorization(options =>
        {
            options.FallbackPolicy = options.DefaultPolicy;
            foreach (var rule in ActTable.All)
                options.AddPolicy(RequireActAttribute.PolicyOf(rule.Act), policy => policy.AddRequirements(new ActRequirement(rule.Act)));
        });
        return services;
    }

    private static void AddSignIn(this IServiceCollection services)
    {
        services.AddSingleton<InvitationBook>();
        services.AddSingleton<LinkDesk>();
        services.AddSingleton<LinkOrigin>();
        services.AddHostedService<SetupLink>();
        services.AddSingleton<GuessBook>();
        services.AddSingleton<KnownDevice>();
        services.AddSingleton<Entrance>();
        services.AddSingleton<SignInDesk>();
    }

    private static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton<PasswordHashing>();
        services.AddSingleton<IPasswordHasher<Account>>(provider => provider.GetRequiredService<PasswordHashing>());
        services.AddSingleton<RecoveryCodes>();
        services.AddSingleton<AccountChange>();
        services.AddSingleton<AccountActs>();
        services.AddSingleton<OwnAccountActs>();
        services.AddSingleton<PasskeyList>();
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PortalDbContext>>().CreateDbContext());
        services.AddIdentityCore<Account>();
        services.AddScoped<IPasskeyHandler<Account>, PasskeyHandler<Account>>();
        services.AddOptions<IdentityPasskeyOptions>().Configure<PortalAddress>(PasskeyRules.Configure);
        services.AddSingleton<PasskeyChallenges>();
        services.AddScoped<PasskeyDesk>();
        services.AddScoped<IUserStore<Account>, AccountStore>();
    }

    /// <summary>Who asks, and whether they may. Before antiforgery and the endpoints.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseAuthentication();
        app.Use(app.Services.GetRequiredService<DemoSignIn>().InvokeAsync);
        app.UseWebLimits();
        app.UseAuthorization();
    }
}
