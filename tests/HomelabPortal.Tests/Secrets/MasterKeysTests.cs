using System.Security.Cryptography;
using HomelabPortal.Platform;
using HomelabPortal.Secrets;
using HomelabPortal.Storage.Sqlite;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Secrets;

public sealed class MasterKeysTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Open_WithoutAFile_MakesOneForThisUserOnly()
    {
        var made = Open();
        Assert.False(File.Exists(made.Path));
        made.Save();

        Assert.Equal(OwnerOnly, File.GetUnixFileMode(made.Path));
        Assert.Equal(made.Current.Id, Open().Current.Id);
    }

    [Fact]
    public void Open_HexAndBase64Lines_TakesTheFirstAsCurrent()
    {
        var (first, second) = (RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));
        var file = Write($"{Convert.ToHexString(first)}\n\n  {Convert.ToBase64String(second)}  \n");

        var keys = Open(file);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(first))[..16], keys.Current.Id);
        Assert.NotNull(keys.Find(Convert.ToHexStringLower(SHA256.HashData(second))[..16]));
        Assert.Null(keys.Find("0000000000000000"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("changeme-changeme-changeme-changeme")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")]
    [InlineData("0123456789abcdef")]
    public void FileFaultOf_NoRealKey_SaysHowToMakeOneAndNotWhatWasRead(string text)
    {
        var fault = MasterKeys.FileFaultOf(Write(text));

        Assert.Contains("/dev/urandom", fault, StringComparison.Ordinal);
        if (text.Length > 0)
            Assert.DoesNotContain(text, fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(UnixFileMode.OtherRead)]
    [InlineData(UnixFileMode.OtherWrite)]
    [InlineData(UnixFileMode.GroupWrite)]
    public void Open_FileOthersReach_IsRefused(UnixFileMode mode)
    {
        var file = Write(MasterKey.Make().ToFileLine());
        File.SetUnixFileMode(file, OwnerOnly | mode);
        var link = _folder.Combine("link");
        File.CreateSymbolicLink(link, file);

        Assert.Contains("chmod 600", Assert.Throws<StartupException>(() => Open(link)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileOfAMountedSecret_IsTaken()
    {
        // Kubernetes gives the group of the pod read access, and the files are links.
        var file = Write(MasterKey.Make().ToFileLine());
        File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead);
        var link = _folder.Combine("link");
        File.CreateSymbolicLink(link, file);

        Assert.True(Open(link).IsSaved);
    }

    [Fact]
    public void Secret_Printed_ShowsDotsAndRefusesJson()
    {
        var secret = new Secret("canary-in-memory");

        Assert.Equal("•••", $"{secret}");
        Assert.ThrowsAny<NotSupportedException>(() => System.Text.Json.JsonSerializer.Serialize(new { secret }));
        Assert.Equal("canary-in-memory", secret.Reveal());
    }

    private string Write(string text)
    {
        var file = _folder.Combine("key");
        File.WriteAllText(file, text);
        File.SetUnixFileMode(file, OwnerOnly);
        return file;
    }

    private MasterKeys Open(string? file = null)
    {
        var data = _folder.Combine("data");
        using var directory = DataDirectory.Open(data);
        return MasterKeys.Open(new SecretsOptions { MasterKeyFile = file }, directory);
    }
}
