using System.Security.Cryptography;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Access.Web;

/// <summary>One portal process with a public address, as behind a proxy that ends TLS.</summary>
public sealed class PublicPortal : IAsyncLifetime
{
    public const string Host = "portal.example.org";
    private readonly TemporaryFolder _folder = new();
    private PortalProcess? _portal;

    internal Uri Address => _portal!.Address;

    public async Task InitializeAsync()
    {
        var key = Path.Combine(_folder.Path, "master.key");
        await File.WriteAllTextAsync(key, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        File.SetUnixFileMode(key, UnixFileMode.UserRead);
        var settings = new Dictionary<string, string>
        {
            ["Lab__Mode"] = "Real",
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["Portal__Address"] = $"https://{Host}",
            ["Secrets__MasterKeyFile"] = key,
        };
        _portal = await PortalProcess.StartAsync(settings, CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (_portal is not null)
            await _portal.DisposeAsync();
        _folder.Dispose();
    }
}
