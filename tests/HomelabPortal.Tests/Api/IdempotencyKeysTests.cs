using HomelabPortal.Access;
using HomelabPortal.Api;
using HomelabPortal.Api.Changes;
using HomelabPortal.Desired;
using HomelabPortal.Tests.Desired;
using HomelabPortal.Tests.Reconcile;
using Microsoft.AspNetCore.Http;

namespace HomelabPortal.Tests.Api;

public sealed class IdempotencyKeysTests : IDisposable
{
    private static readonly IdempotentRequest _request = new("somebody", "key", "hash");
    private readonly string _folder = Directory.CreateTempSubdirectory("homelab-portal-test-").FullName;
    private readonly ManualTimeProvider _clock = new();

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>At every step at which the portal can die, change and answer are both there or both not, and the repetition puts it right.</summary>
    [Fact]
    public async Task Portal_DyingAtAnyStepOfASave_KeepsChangeAndAnswerTogether()
    {
        for (var step = 1; ; step++)
        {
            var folder = Directory.CreateDirectory(Path.Combine(_folder, $"{step}")).FullName;
            var prepared = new PortalDatabase(folder);
            await prepared.StartAsync();
            prepared.Writer.Dispose();
            var crash = new CrashPoint(step);
            try
            {
                await SaveAsync(new PortalDatabase(folder, crash));
            }
            catch (CrashException)
            {
                // Dead. What follows is the next start.
            }

            using var database = new PortalDatabase(folder);
            var (changed, answered) = await LookAsync(database);
            Assert.Equal(changed, answered);
            if (!answered)
                await SaveAsync(database);
            Assert.Equal((true, true), await LookAsync(database));
            if (!crash.HasDied)
            {
                Assert.True(step > 2, "The crash was never in the save.");
                return;
            }
        }
    }

    [Theory]
    [InlineData(23, true)]
    [InlineData(25, false)]
    public async Task Answer_AfterADay_IsForgotten(int hours, bool known)
    {
        using var database = new PortalDatabase();
        await SaveAsync(database);
        _clock.Advance(TimeSpan.FromHours(hours));

        Assert.Equal(known, await new IdempotencyKeys(database, _clock).FindAsync(_request, CancellationToken.None) is not null);
    }

    [Fact]
    public void Key_UnderWay_IsTakenUntilItsRequestEnds()
    {
        using var database = new PortalDatabase();
        var keys = new IdempotencyKeys(database, _clock);

        Assert.Null(keys.Begin(_request));
        Assert.Equal("hash", keys.Begin(_request with { Hash = "other" }));
        keys.End(_request);
        Assert.Null(keys.Begin(_request));
    }

    private async Task SaveAsync(PortalDatabase database)
    {
        var store = await database.StartAsync();
        var http = new DefaultHttpContext();
        http.Features.Set(_request);
        var keeping = new IdempotencyKeys(database, _clock).Keeping(http, new ApiAnswer(StatusCodes.Status201Created, "{}", "\"tag\""));
        await store.SaveAsync(new DesiredEdit.PutExposure(Desire.Exposure("exposure01", "a.cowlab.org", Visibility.Lan)), "a test", new Actor("somebody"), null, CancellationToken.None, keeping);
    }

    private async Task<(bool Changed, bool Answered)> LookAsync(PortalDatabase database)
    {
        var store = await database.StartAsync();
        return (store.Current.FindExposure("exposure01") is not null, await new IdempotencyKeys(database, _clock).FindAsync(_request, CancellationToken.None) is not null);
    }
}
