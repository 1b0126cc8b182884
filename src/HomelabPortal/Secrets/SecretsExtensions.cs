using HomelabPortal.Platform;
using HomelabPortal.Secrets.KeyRing;
using HomelabPortal.Storage.Sqlite;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Secrets;

internal static partial class SecretsExtensions
{
    /// <param name="isPublic">True when others reach the portal: then the master key must not lie beside what it encrypts.</param>
    public static SecretsOptions ReadSecrets(this IServiceCollection services, IConfiguration configuration, OptionsFaults faults, bool isPublic)
    {
        var options = faults.Read<SecretsOptions>(services, configuration);
        if (isPublic && options.MasterKeyFile is null)
        {
            faults.Add(
                "Secrets:MasterKeyFile is missing. With Portal:Address set, the key that encrypts the stored secrets must lie outside the data directory. "
                + MasterKeys.HowToMake("master.key") + ", then set Secrets:MasterKeyFile to it and keep a copy away from the backups.");
        }

        return options;
    }

    /// <exception cref="StartupException">The master key cannot be used, or the framework is too old.</exception>
    public static IServiceCollection AddSecrets(this IServiceCollection services, SecretsOptions options, DataDirectory directory)
    {
        FrameworkFloor.Check(FrameworkFloor.Installed);
        services.AddSingleton(MasterKeys.Open(options, directory));
        services.AddSingleton<DataKeys>();
        services.AddSingleton<Vault>();
        services.AddSingleton<KeyRingFolder>();
        services.AddSingleton<KeyRotation>();
        services.AddDataProtection().SetApplicationName("HomelabPortal");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
        {
            keys.XmlRepository = provider.GetRequiredService<KeyRingFolder>();
            keys.XmlEncryptor = new MasterKeyXmlEncryptor(provider.GetRequiredService<MasterKeys>());
        }));
        return services;
    }

    /// <summary>Opens what is encrypted; call when the database is there and before anybody asks.</summary>
    /// <exception cref="StartupException">A master key is missing or something was changed.</exception>
    public static async Task PrepareSecretsAsync(this WebApplication app, CancellationToken cancellationToken)
    {
        var master = app.Services.GetRequiredService<MasterKeys>();
        await app.Services.GetRequiredService<DataKeys>().LoadAsync(cancellationToken);
        app.Services.GetRequiredService<KeyRingFolder>().Prepare();
        if (master.IsInDataDirectory)
            Log.KeyBesideData(app.Logger, master.Path);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The master key {File} lies beside the database it protects: keep it out of backups, or set Secrets:MasterKeyFile")]
        public static partial void KeyBesideData(ILogger logger, string file);
    }
}
