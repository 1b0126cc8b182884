using HomelabPortal.Desired;
using HomelabPortal.Desired.Containers;
using HomelabPortal.Gpu.Containers.Secrets;
using HomelabPortal.Reconcile;
using HomelabPortal.Testing;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Secrets;

namespace HomelabPortal.Tests.Gpu.Containers.Secrets;

/// <summary>A secret value is there for thirty days after the last wish that named it, however old it is.</summary>
public sealed class ContainerSecretsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTimeProvider _clock = new(TimeProvider.System.GetUtcNow().AddDays(-40));
    private SecretsWorld _world = null!;
    private DesiredStore _store = null!;
    private ContainerSecrets _secrets = null!;

    public async Task InitializeAsync()
    {
        _world = await SecretsWorld.StartAsync(_folder.Path);
        _store = await _world.Database.StartAsync();
        _secrets = new ContainerSecrets(_world.Database, _world.Vault, _clock);
        await WantAsync("first");
        _clock.Advance(TimeSpan.FromDays(40));
        await WantAsync("second");
    }

    public Task DisposeAsync()
    {
        _world.Dispose();
        _folder.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Secret_ThatWasNamedUntilNow_IsThereForAnUndo()
    {
        Assert.Equal("value of first", (await _secrets.RevealAsync(Naming("first"), default))["first"]);

        _clock.Advance(TimeSpan.FromDays(29));
        await WantAsync("third");

        Assert.Equal("value of first", (await _secrets.RevealAsync(Naming("first"), default))["first"]);
    }

    [Fact]
    public async Task Secret_ThatNothingNamedForThirtyDays_IsGone()
    {
        _clock.Advance(TimeSpan.FromDays(31));
        await WantAsync("third");

        await Assert.ThrowsAsync<TargetException>(() => _secrets.RevealAsync(Naming("first"), default));
        Assert.Equal("value of second", (await _secrets.RevealAsync(Naming("second"), default))["second"]);
    }

    private Task WantAsync(string secret) => _store.SaveAsync(
        new DesiredEdit.PutContainer(Naming(secret)), "a test edits", Desire.Owner, null, default,
        (context, token) => _secrets.KeepAsync(context, Naming(secret), new Dictionary<string, string> { [secret] = $"value of {secret}" }, token));

    private static DesiredContainer Naming(string secret) => new()
    {
        Id = "ct00000001", Host = "gpu", Name = "app", Image = "lab/busybox:1", Variables = [new ContainerVariable { Name = "TOKEN", Secret = secret }],
    };
}
