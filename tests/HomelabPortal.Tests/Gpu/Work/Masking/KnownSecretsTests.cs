using System.Text.Json;
using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Gpu.Work.Masking;
using HomelabPortal.Platform;
using HomelabPortal.Storage.Rows;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Gpu.Containers;
using HomelabPortal.Tests.Secrets;
using Microsoft.EntityFrameworkCore;

namespace HomelabPortal.Tests.Gpu.Work.Masking;

/// <summary>What is hidden of logs and descriptions because the portal keeps it.</summary>
public sealed class KnownSecretsTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;
    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
    private SecretsWorld _world = null!;

    public async Task InitializeAsync()
    {
        _world = await SecretsWorld.StartAsync(_folder);
        await Store().LoadAsync(ChangePolicy.Sync, () => "testtest", CancellationToken.None);
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Value_OfAFormerVersion_IsStillHidden()
    {
        await PutAsync("s1", "former-value");
        await PutAsync("s2", "present-value");

        Assert.DoesNotContain("-value", await MaskedAsync("present-value after former-value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_ThatWasWantedForLong_IsHiddenAfterItWasReplaced()
    {
        await PutAsync("s1", "former-value");
        _time.Advance(TimeSpan.FromDays(60));
        await PutAsync("s2", "present-value");
        await PutAsync("s2", null);

        Assert.DoesNotContain("former", await MaskedAsync("former-value"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Value_NamedByNothingForAMonth_IsLetGo()
    {
        await PutAsync("s1", "former-value");
        await PutAsync("s2", "present-value");
        _time.Advance(TimeSpan.FromDays(60));
        await PutAsync("s2", null);

        await using var context = _world.Database.CreateDbContext();
        Assert.Equal(["s2"], await context.ContainerSecrets.Select(row => row.Id).ToListAsync());
    }

    [Fact]
    public async Task Value_ThatCannotBeRead_LeavesTheOthersHidden()
    {
        await PutAsync("s1", "former-value");
        await _world.Database.Writer.WriteAsync(
            context =>
            {
                context.ContainerSecrets.Add(new ContainerSecretRow { Id = "broken", ContainerId = Wish.Container().Id, Value = "no cipher", CreatedAtTicks = 0 });
                return context.SaveChangesAsync();
            },
            CancellationToken.None);

        Assert.DoesNotContain("former", await MaskedAsync("former-value"), StringComparison.Ordinal);
    }

    private DesiredStore Store() => new(_world.Database, _world.Database.Writer, new Live<DesiredState>(new DesiredState(), _time), new Signal(), _time);

    private ContainerSecrets Secrets() => new(_world.Database, _world.Vault, _time);

    private Task<long> PutAsync(string secret, string? value)
    {
        var container = Wish.Container() with { Variables = [new ContainerVariable { Name = "SETTING", Secret = secret, IsFile = true }] };
        var values = new Dictionary<string, string>();
        if (value is not null)
            values[secret] = value;
        return Store().SaveAsync(new DesiredEdit.PutContainer(container), "a test edits", Desire.Owner, null, CancellationToken.None, (context, token) => Secrets().KeepAsync(context, container, values, token));
    }

    private async Task<string> MaskedAsync(string text)
    {
        using var document = JsonDocument.Parse("{}");
        return (await new KnownSecrets(Store(), Secrets()).OfAsync(document.RootElement, CancellationToken.None)).Mask.Apply(text);
    }
}
