using HomelabPortal.Platform;
using HomelabPortal.Secrets;
using HomelabPortal.Testing;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Secrets;

public sealed class VaultTests : IDisposable
{
    private const string Canary = "canary-7f3a-provider-token";
    private static readonly SecretPlace _place = SecretPlace.ProviderTokens("session-1");
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Reveal_InItsPlace_GivesTheText()
    {
        using var world = await StartAsync();

        Assert.Equal(Canary, world.Vault.Reveal(world.Vault.Protect(Canary, _place), _place));
        Assert.Equal("", world.Vault.Reveal(world.Vault.Protect("", _place), _place));
    }

    [Fact]
    public async Task Protect_Twice_LooksDifferentAndShowsNothing()
    {
        using var world = await StartAsync();

        var (one, other) = (world.Vault.Protect(Canary, _place), world.Vault.Protect(Canary, _place));

        Assert.NotEqual(one, other);
        Assert.StartsWith("v1.1.", one, StringComparison.Ordinal);
        Assert.DoesNotContain(Canary, one, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sessions", "session-2", "ProviderTokens")]
    [InlineData("Sessions", "session-1", "Client")]
    [InlineData("Accounts", "session-1", "ProviderTokens")]
    public async Task Reveal_InAnotherPlace_IsRefusedWithoutTheText(string table, string row, string column)
    {
        using var world = await StartAsync();
        var stored = world.Vault.Protect(Canary, _place);

        var fault = Assert.Throws<SecretException>(() => world.Vault.Reveal(stored, new SecretPlace(table, row, column)));

        Assert.DoesNotContain(Canary, fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(stored, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reveal_FourThousandChangedTexts_AcceptsNone()
    {
        using var world = await StartAsync();
        var stored = world.Vault.Protect(Canary, _place);
        var random = new Random(20261121);

        var accepted = Enumerable.Range(0, 4000).Select(_ => Tamper.Text(stored, random)).Where(text => text != stored && Opens(world, text)).ToList();

        Assert.Empty(accepted);
        Assert.True(Opens(world, stored));
    }

    [Fact]
    public async Task LoadAsync_SameFolderAgain_OpensWhatWasStored()
    {
        string stored;
        using (var world = await StartAsync())
            stored = world.Vault.Protect(Canary, _place);

        using var again = await StartAsync();

        Assert.Equal(Canary, again.Vault.Reveal(stored, _place));
    }

    [Fact]
    public async Task LoadAsync_AnotherMasterKey_SaysWhichIsMissingAndMakesNone()
    {
        string id;
        using (var world = await StartAsync())
            id = world.Master.Current.Id;
        var file = Path.Combine(_folder.Path, MasterKeys.FileName);
        await File.WriteAllTextAsync(file, MasterKey.Make().ToFileLine());

        Assert.Contains(id, (await Assert.ThrowsAsync<StartupException>(() => StartAsync())).Message, StringComparison.Ordinal);
        File.Delete(file);
        Assert.Contains(id, (await Assert.ThrowsAsync<StartupException>(() => StartAsync())).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(file));
    }

    [Fact]
    public async Task LoadAsync_NewKeyAboveTheOldOne_StillOpens()
    {
        string stored;
        using (var world = await StartAsync())
            stored = world.Vault.Protect(Canary, _place);
        var file = Path.Combine(_folder.Path, MasterKeys.FileName);
        await File.WriteAllTextAsync(file, $"{MasterKey.Make().ToFileLine()}\n{await File.ReadAllTextAsync(file)}");

        using var again = await StartAsync();

        Assert.Equal(Canary, again.Vault.Reveal(stored, _place));
    }

    [Fact]
    public async Task LoadAsync_DataKeyOfAnotherRow_IsRefused()
    {
        using (var world = await StartAsync())
        {
            await using var context = world.Database.CreateDbContext();
            await context.Database.ExecuteSqlRawAsync("UPDATE DataKeys SET Id = 7");
        }

        Assert.Contains("data key 7", (await Assert.ThrowsAsync<StartupException>(() => StartAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StartAsync_TwoFreshFolders_HaveDifferentKeys()
    {
        using var other = new TemporaryFolder();
        using var here = await StartAsync();
        using var there = await SecretsWorld.StartAsync(other.Path);

        Assert.NotEqual(here.Master.Current.Id, there.Master.Current.Id);
        Assert.Throws<SecretException>(() => there.Vault.Reveal(here.Vault.Protect(Canary, _place), _place));
    }

    private Task<SecretsWorld> StartAsync() => SecretsWorld.StartAsync(_folder.Path);

    private static bool Opens(SecretsWorld world, string text)
    {
        try
        {
            world.Vault.Reveal(text, _place);
            return true;
        }
        catch (SecretException)
        {
            return false;
        }
    }
}
