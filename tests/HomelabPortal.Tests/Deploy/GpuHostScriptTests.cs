using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Deploy;

/// <summary>The script that sets up a GPU machine; that Docker and the portal take its certificates is tested on a real daemon.</summary>
public sealed class GpuHostScriptTests : IDisposable
{
    private const string ServerUse = "1.3.6.1.5.5.7.3.1";
    private const string ClientUse = "1.3.6.1.5.5.7.3.2";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("gpu-host-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Certificates_OfTheScript_AreForTheirPurposeAndNoOther()
    {
        await RunAsync("certificates", "--address", "10.0.0.150", "--name", "gpu.lan");

        Assert.True(IsFor("server", ServerUse));
        Assert.False(IsFor("server", ClientUse));
        Assert.True(IsFor("client", ClientUse));
        Assert.False(IsFor("client", ServerUse));
        using var server = Load("server");
        Assert.True(server.MatchesHostname("10.0.0.150") && server.MatchesHostname("gpu.lan") && !server.MatchesHostname("10.0.0.151"));
        Assert.Equal(UnixFileMode.UserRead, File.GetUnixFileMode(Place("client/key.pem")));
    }

    [Fact]
    public async Task Certificates_MadeAgain_StayUntilTheyAreRotated()
    {
        await RunAsync("certificates", "--address", "10.0.0.150");
        var (authority, client) = (File.ReadAllText(Place("client/ca.pem")), File.ReadAllText(Place("client/cert.pem")));

        await RunAsync("certificates", "--address", "10.0.0.150");
        Assert.Equal(client, File.ReadAllText(Place("client/cert.pem")));

        await RunAsync("rotate", "--address", "10.0.0.150");
        Assert.NotEqual(client, File.ReadAllText(Place("client/cert.pem")));
        Assert.Equal(authority, File.ReadAllText(Place("client/ca.pem")));
        Assert.True(IsFor("client", ClientUse));
        Assert.Empty(Directory.GetDirectories(_folder.FullName, "*.new"));
    }

    [Theory]
    [InlineData("certificates")]
    [InlineData("daemon")]
    [InlineData("proxy")]
    [InlineData("firewall")]
    public async Task DryRun_OfEachCommand_ChangesNothing(string command)
    {
        var (code, text) = await StartAsync(command, "--dry-run", "--address", "10.0.0.150", "--nodes", "10.0.0.11,fd00::12");

        Assert.Equal(0, code);
        Assert.Contains("+ ", text, StringComparison.Ordinal);
        Assert.Empty(_folder.EnumerateFileSystemInfos());
    }

    [Theory]
    [InlineData("--address", "10.0.0.1; reboot")]
    [InlineData("--address", "10.0.0.1\n10.0.0.2")]
    [InlineData("--name", "a b")]
    [InlineData("--nodes", "10.0.0.1 }")]
    [InlineData("--roots", "relative")]
    [InlineData("--days", "-1")]
    [InlineData("--what", "x")]
    public async Task Option_ThatIsNotWhatItShouldBe_IsRefused(string option, string value)
    {
        var (code, text) = await StartAsync("show", "--address", "10.0.0.150", option, value);

        Assert.Equal(1, code);
        Assert.StartsWith("setup.sh: ", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_ThatItPrints_NameWhatThePortalReads()
    {
        var (_, text) = await StartAsync("show", "--address", "10.0.0.150");

        Assert.All(new[] { "Docker:Hosts:N:Name", "Docker:Hosts:N:Address = https://10.0.0.150:2376", "Docker:Hosts:N:CertificateDirectory", "Docker:Hosts:N:LanAddress = 10.0.0.150", "create secret generic" },
            words => Assert.Contains(words, text, StringComparison.Ordinal));
    }

    private async Task RunAsync(params string[] arguments)
    {
        var (code, text) = await StartAsync(arguments);
        Assert.True(code == 0, text);
    }

    private async Task<(int Code, string Text)> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("sh", [RepositoryFolder.Combine("deploy", "gpu-host", "setup.sh"), "--directory", _folder.FullName, .. arguments])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var script = Process.Start(start)!;
        var (said, complained) = (script.StandardOutput.ReadToEndAsync(), script.StandardError.ReadToEndAsync());
        await script.WaitForExitAsync();
        return (script.ExitCode, await said + await complained);
    }

    private bool IsFor(string name, string use)
    {
        using var certificate = Load(name);
        using var authority = X509CertificateLoader.LoadCertificateFromFile(Place("authority/ca.pem"));
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.CustomTrustStore.Add(authority);
        chain.ChainPolicy.ApplicationPolicy.Add(new System.Security.Cryptography.Oid(use));
        return chain.Build(certificate);
    }

    private X509Certificate2 Load(string name) => X509Certificate2.CreateFromPemFile(Place($"{name}/cert.pem"), Place($"{name}/key.pem"));

    private string Place(string path) => Path.Combine(_folder.FullName, path);
}
