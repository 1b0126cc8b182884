using System.Security.Cryptography;
using HomelabPortal.Platform;
using HomelabPortal.Secrets;
using HomelabPortal.Testing;
using Microsoft.AspNetCore.DataProtection;

namespace HomelabPortal.Tests.Secrets;

public sealed class CookieKeyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cookie_AfterARestart_StillOpens()
    {
        string cookie;
        using (var world = await StartAsync())
            cookie = world.Cookies.Protect("a session");

        using var again = await StartAsync();

        Assert.Equal("a session", again.Cookies.Unprotect(cookie));
    }

    [Fact]
    public async Task KeyRing_OnDisk_HoldsNoKeyInTheClear()
    {
        using var world = await StartAsync();
        world.Cookies.Protect("a session");

        var files = Directory.GetFiles(_folder.Combine("keys"), "*", SearchOption.AllDirectories);

        var text = await File.ReadAllTextAsync(Assert.Single(files));
        Assert.Contains("sealedKey", text, StringComparison.Ordinal);
        // The framework's element of an unencrypted key.
        Assert.DoesNotContain("<masterKey", text, StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(files[0]));
    }

    [Fact]
    public async Task KeyRing_OfAnEarlierVersionInTheClear_IsDeleted()
    {
        var plain = Directory.CreateDirectory(_folder.Combine("keys")).FullName + "/key-1.xml";
        await File.WriteAllTextAsync(plain, "<key><masterKey><value>AAAA</value></masterKey></key>");

        using var world = await StartAsync();

        Assert.False(File.Exists(plain));
    }

    [Fact]
    public async Task KeyRing_UnderAMasterKeyThatIsGone_IsRefusedWithItsId()
    {
        using (var world = await StartAsync())
            world.Cookies.Protect("a session");
        var file = Directory.GetFiles(_folder.Combine("keys"), "*", SearchOption.AllDirectories)[0];
        var text = await File.ReadAllTextAsync(file);
        string id;
        using (var world = await StartAsync())
            id = world.Master.Current.Id;
        await File.WriteAllTextAsync(file, text.Replace(id, "feedfeedfeedfeed", StringComparison.Ordinal));

        var fault = await Assert.ThrowsAsync<StartupException>(StartAsync);

        Assert.Contains("feedfeedfeedfeed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cookie_FourThousandChangedOnes_AcceptsNone()
    {
        using var world = await StartAsync();
        var cookie = world.Cookies.Protect("a session"u8.ToArray());
        var random = new Random(20261121);

        var accepted = Enumerable.Range(0, 4000).Select(_ => Tamper.Bytes(cookie, random)).Count(changed => Opens(world, changed));

        Assert.Equal(0, accepted);
        Assert.True(Opens(world, cookie));
    }

    [Theory]
    [InlineData("10.0.6")]
    [InlineData("9.0.14")]
    [InlineData("")]
    public void FrameworkFloor_ThatAcceptsForgedCookies_IsRefused(string version) =>
        Assert.Contains("CVE-2026-40372", Assert.Throws<StartupException>(() => FrameworkFloor.Check(version)).Message, StringComparison.Ordinal);

    [Fact]
    public void FrameworkFloor_OfTheOneInUse_IsReached() => FrameworkFloor.Check(FrameworkFloor.Installed);

    private Task<SecretsWorld> StartAsync() => SecretsWorld.StartAsync(_folder.Path);

    private static bool Opens(SecretsWorld world, byte[] cookie)
    {
        try
        {
            world.Cookies.Unprotect(cookie);
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
