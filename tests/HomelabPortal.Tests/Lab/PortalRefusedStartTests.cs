using System.Net;
using System.Net.Sockets;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Desired;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Lab;

/// <summary>A portal that cannot start says why in words, once, and ends with code 1.</summary>
[Collection(PortalStartCollection.Name)]
public sealed class PortalRefusedStartTests
{
    private static readonly Dictionary<string, string> _real = new() { ["Lab__Mode"] = "Real" };

    [Fact]
    public async Task Simulated_BeyondLoopback_IsRefused()
    {
        var (code, output) = await PortalProcess.FailAsync(null, CancellationToken.None, "--urls", "http://0.0.0.0:0");

        AssertRefused(code, output, "The simulated lab listens on loopback only, and http://0.0.0.0:0 is reachable from other machines.");
    }

    [Fact]
    public async Task Real_BeyondLoopbackWithoutAnAddress_IsRefused()
    {
        var (code, output) = await PortalProcess.FailAsync(_real, CancellationToken.None, "--urls", "http://0.0.0.0:0");

        AssertRefused(code, output, "Set Portal:Address, for example to https://portal.example.org");
    }

    [Fact]
    public async Task Switches_ThatWouldOpenTheDoors_AreRefused()
    {
        var settings = new Dictionary<string, string>(_real)
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ASPNETCORE_FORWARDEDHEADERS_ENABLED"] = "true",
            ["ASPNETCORE_DETAILEDERRORS"] = "true",
            ["Portal__AllowWithoutSignIn"] = "true",
            ["Portal__TrustedProxies__0"] = "0.0.0.0/0",
            ["Portal__TrustedProxies__1"] = "traefik",
        };

        var (code, output) = await PortalProcess.FailAsync(settings, CancellationToken.None);

        AssertRefused(
            code, output, "ASPNETCORE_FORWARDEDHEADERS_ENABLED", "ASPNETCORE_DETAILEDERRORS", "Portal:AllowWithoutSignIn is no more",
            "Portal:TrustedProxies “0.0.0.0/0”", "Portal:TrustedProxies “traefik”");
    }

    [Fact]
    public async Task Configuration_WithSeveralFaults_NamesThemAllAtOnce()
    {
        var settings = new Dictionary<string, string>(_real)
        {
            ["Portal__Policy"] = "Perhaps",
            ["Kubernetes__Kubeconfig"] = "/does/not/exist",
            ["Cloudflare__ApiToken"] = "one-secret-token",
            ["Cloudflare__ApiTokenFile"] = "/another/token",
            ["Cloudflare__BaseAddress"] = "http://cloudflare.example/",
            ["Docker__Hosts__0__Name"] = "gpu-box",
            ["Docker__Hosts__0__Address"] = "http://10.0.0.160:2375",
            ["Ingress__TraefikService"] = "traefik",
            ["Tunnels__Id"] = "homelab",
            ["ASPNETCORE_URLS"] = "http://0.0.0.0:0",
        };

        var (code, output) = await PortalProcess.FailAsync(settings, CancellationToken.None);

        AssertRefused(
            code, output, "Portal:Policy", "Kubernetes:Kubeconfig", "Cloudflare:ApiToken and Cloudflare:ApiTokenFile", "Cloudflare:BaseAddress",
            "Docker:Hosts:0:Address", "Ingress:TraefikService", "Tunnels:Id", "Portal:Address");
        Assert.DoesNotContain("one-secret-token", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ListenAddress_ThatIsNone_IsRefused()
    {
        var (code, output) = await PortalProcess.FailAsync(_real, CancellationToken.None, "--urls", "127.0.0.1:5080");

        AssertRefused(code, output, "127.0.0.1:5080");
    }

    [Fact]
    public async Task ListenAddress_OfAnotherProgram_IsRefused()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (code, output) = await PortalProcess.FailAsync(_real, CancellationToken.None, "--urls", $"http://{other.LocalEndpoint}");

        // The web host logs the fault itself before the portal can; what stands last is what people read.
        Assert.Equal(1, code);
        Assert.StartsWith($"Another program already listens on http://{other.LocalEndpoint}.", output.TrimEnd().Split('\n')[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Database_OfANewerPortal_IsRefusedAndUntouched()
    {
        using var folder = new TemporaryFolder();
        var database = new PortalDatabase(folder.Path);
        await database.StartAsync();
        await using (var context = database.CreateDbContext())
            await context.Database.ExecuteSqlRawAsync("INSERT INTO __EFMigrationsHistory VALUES ('29990101000000_FromTheFuture', '99.0')");
        database.Writer.Dispose();
        var before = await File.ReadAllBytesAsync(database.File);

        var (code, output) = await PortalProcess.FailAsync(new Dictionary<string, string>(_real) { ["Portal__DataDirectory"] = folder.Path }, CancellationToken.None);

        AssertRefused(code, output, "written by a newer portal", "FromTheFuture");
        Assert.Equal(before, await File.ReadAllBytesAsync(database.File));
    }

    private static void AssertRefused(int code, string output, params string[] says)
    {
        Assert.Equal(1, code);
        Assert.All(says, text => Assert.Contains(text, output, StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
        Assert.DoesNotContain("Unhandled exception", output, StringComparison.Ordinal);
    }
}
