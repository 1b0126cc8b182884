using HomelabPortal.Secrets;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Reconcile;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Secrets;

public sealed class KeyRotationTests : IDisposable
{
    private const int Sessions = 20;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Rotate_StoredSecrets_AreUnderTheNewKeyOnly()
    {
        using var world = await SecretsWorld.StartAsync(_folder.Path);
        await StoreAsync(world);
        var before = await StoredAsync(world);
        var oldCookie = world.Cookies.Protect("a session");

        await RotateAsync(world);

        var after = await StoredAsync(world);
        Assert.All(after, row => Assert.Equal($"token of {row.Key}", world.Vault.Reveal(row.Value, SecretPlace.ProviderTokens(row.Key))));
        Assert.All(after.Values, stored => Assert.StartsWith("v1.2.", stored, StringComparison.Ordinal));
        Assert.All(before, row => Assert.Throws<SecretException>(() => world.Vault.Reveal(row.Value, SecretPlace.ProviderTokens(row.Key))));
        await Eventually.HoldsAsync(() => !OpensCookie(world, oldCookie), () => "The old cookie still opens.", TimeSpan.FromSeconds(10));
        Assert.Equal("new", world.Cookies.Unprotect(world.Cookies.Protect("new")));
        Assert.Equal([_folder.Combine("keys/2")], Directory.GetDirectories(_folder.Combine("keys")));
    }

    [Fact]
    public async Task Rotate_UnderANewMasterKey_NeedsTheOldOneNoMore()
    {
        var file = _folder.Combine(MasterKeys.FileName);
        using (var world = await SecretsWorld.StartAsync(_folder.Path))
            await StoreAsync(world);
        var next = MasterKey.Make().ToFileLine();
        await File.WriteAllTextAsync(file, $"{next}\n{await File.ReadAllTextAsync(file)}");
        using (var world = await SecretsWorld.StartAsync(_folder.Path))
            await RotateAsync(world);
        await File.WriteAllTextAsync(file, next);

        using var last = await SecretsWorld.StartAsync(_folder.Path);

        await AssertReadableAsync(last);
    }

    /// <summary>Once dead, nothing more is committed, as after a power cut; the next start finds all old or all new.</summary>
    [Fact]
    public async Task Rotate_KilledAtEveryStep_LeavesAllOldOrAllNew()
    {
        var deaths = 0;
        var generations = new HashSet<string>();
        for (var step = 1; ; step++)
        {
            using var folder = new TemporaryFolder();
            string cookie;
            using (var world = await SecretsWorld.StartAsync(folder.Path))
            {
                await StoreAsync(world);
                cookie = world.Cookies.Protect("a session");
            }

            var crash = new CommandCrash(step);
            using (var world = await SecretsWorld.StartAsync(folder.Path, null, crash))
            {
                crash.Arm();
                try
                {
                    await RotateAsync(world);
                }
                catch (Exception fault) when (fault.GetBaseException() is CrashException)
                {
                    deaths++;
                }
            }

            using (var again = await SecretsWorld.StartAsync(folder.Path))
            {
                var generation = await AssertReadableAsync(again);
                generations.Add(generation);
                Assert.Equal(generation == "v1.1", OpensCookie(again, cookie));
            }

            if (!crash.HasDied)
                break;
        }

        Assert.True(deaths > 4, $"It died at {deaths} steps only.");
        Assert.Equal(2, generations.Count);
    }

    [Fact]
    public async Task EncryptedColumns_OfTheModel_HaveAPlaceOfTheSameName()
    {
        using var world = await SecretsWorld.StartAsync(_folder.Path);
        await using var context = world.Database.CreateDbContext();

        var columns = EncryptedColumns.Of(context).Select(column => $"{column.Table}.{column.Property}").ToList();

        Assert.Contains($"{SecretPlace.ProviderTokens("x").Table}.{SecretPlace.ProviderTokens("x").Column}", columns);
    }

    private static async Task RotateAsync(SecretsWorld world)
    {
        await world.Database.Writer.WriteAsync(
            async context =>
            {
                var next = await world.Rotation.PrepareAsync(context, CancellationToken.None);
                await context.SaveChangesAsync();
                world.Rotation.Keep(next);
                return next;
            },
            CancellationToken.None);
        world.Rotation.RenewCookieKeys();
    }

    private static Task<int> StoreAsync(SecretsWorld world) => world.Database.Writer.WriteAsync(
        context =>
        {
            foreach (var id in Enumerable.Range(0, Sessions).Select(number => $"session-{number}"))
            {
                context.Sessions.Add(new SessionRow
                {
                    Id = id, AccountId = "a", Method = "gitea", CreatedAtTicks = 1, ExpiresAtTicks = 2, LastSeenAtTicks = 1, FreshAtTicks = 1,
                    ProviderTokens = world.Vault.Protect($"token of {id}", SecretPlace.ProviderTokens(id)),
                });
            }

            return context.SaveChangesAsync();
        },
        CancellationToken.None);

    private static async Task<Dictionary<string, string>> StoredAsync(SecretsWorld world)
    {
        await using var context = world.Database.CreateDbContext();
        return await context.Sessions.AsNoTracking().ToDictionaryAsync(row => row.Id, row => row.ProviderTokens ?? "");
    }

    /// <returns>The version and key that all of them are under.</returns>
    private static async Task<string> AssertReadableAsync(SecretsWorld world)
    {
        var stored = await StoredAsync(world);
        Assert.Equal(Sessions, stored.Count);
        Assert.All(stored, row => Assert.Equal($"token of {row.Key}", world.Vault.Reveal(row.Value, SecretPlace.ProviderTokens(row.Key))));
        return Assert.Single(stored.Values.Select(text => string.Join('.', text.Split('.')[..2])).Distinct());
    }

    private static bool OpensCookie(SecretsWorld world, string cookie)
    {
        try
        {
            return world.Cookies.Unprotect(cookie) == "a session";
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return false;
        }
    }
}
