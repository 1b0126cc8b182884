using System.Globalization;
using System.Net;
using HomelabPortal.Cloudflare;
using static HomelabPortal.Tests.Cloudflare.CloudflareClients;

namespace HomelabPortal.Tests.Cloudflare;

public sealed class RateBudgetTests
{
    private static readonly TimeSpan FiveMinutes = TimeSpan.FromMinutes(5);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 1)]
    [InlineData("999999", 3600)]
    [InlineData(null, 300)]
    [InlineData("date", 90)]
    [InlineData("soon", 300)]
    public async Task Limit_ByCloudflare_StopsAllCallsForAsLongAsItSays(string? retryAfter, int seconds)
    {
        var time = new ManualTimeProvider();
        var header = retryAfter == "date" ? time.GetUtcNow().AddSeconds(90).ToString("R", CultureInfo.InvariantCulture) : retryAfter;
        var isLimited = true;
        using var client = Scripted(_ => isLimited ? Limit(header) : Page(1, 0, []), out var handler, time);

        var first = await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListRecordsAsync("z", default));
        Assert.Equal((CloudflareErrorKind.RateLimited, TimeSpan.FromSeconds(seconds)), (first.Kind, first.RetryAfter));
        Assert.Equal(time.GetUtcNow().AddSeconds(seconds), client.Budget.PausedUntil);

        isLimited = false;
        time.Advance(TimeSpan.FromSeconds(seconds - 0.5));
        var second = await Assert.ThrowsAsync<CloudflareApiException>(() => client.For(RequestPriority.Poll).ListZonesAsync(default));
        Assert.Equal((CloudflareErrorKind.RateLimited, TimeSpan.FromSeconds(0.5)), (second.Kind, second.RetryAfter));
        Assert.Single(handler.Requests);

        time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Empty(await client.ListRecordsAsync("z", default));
        Assert.Null(client.Budget.PausedUntil);
    }

    [Fact]
    public async Task Limit_ByCodeAlone_StopsCallsToo()
    {
        using var client = Scripted(_ => Refuse(HttpStatusCode.BadRequest, 10300), out var handler);
        for (var i = 0; i < 3; i++)
            Assert.Equal(CloudflareErrorKind.RateLimited, (await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListZonesAsync(default))).Kind);
        Assert.Single(handler.Requests);
    }

    [Fact]
    public async Task Fault_OfTheServer_StopsNothing()
    {
        using var client = Scripted(_ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable), out var handler);
        for (var i = 0; i < 3; i++)
            Assert.Equal(CloudflareErrorKind.Unavailable, (await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListZonesAsync(default))).Kind);
        Assert.Equal(3, handler.Requests.Count);
    }

    [Fact]
    public async Task Budget_OnceSpent_ComesBackWithTime()
    {
        var time = new ManualTimeProvider();
        using var budget = new RateBudget(time, 10, FiveMinutes);
        for (var i = 0; i < 10; i++) Assert.Null(await budget.TakeAsync(RequestPriority.Interactive, default));
        var waiting = budget.TakeAsync(RequestPriority.Interactive, default);
        time.Advance(TimeSpan.FromSeconds(29));
        Assert.False(waiting.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Null(await waiting);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(new RateBudgetState(10, 10, null), budget.State);
    }

    [Fact]
    public async Task Turns_GoByPriorityThenByOrder()
    {
        var time = new ManualTimeProvider();
        using var budget = new RateBudget(time, 100, TimeSpan.FromSeconds(100));
        for (var i = 0; i < 100; i++) await budget.TakeAsync(RequestPriority.Interactive, default);
        var poll = budget.TakeAsync(RequestPriority.Poll, default);
        var verify = budget.TakeAsync(RequestPriority.Verify, default);
        var first = budget.TakeAsync(RequestPriority.Interactive, default);
        var second = budget.TakeAsync(RequestPriority.Interactive, default);

        await ServesAsync(1, first, second);
        await ServesAsync(1, second, verify);
        await ServesAsync(6, verify, poll);
        await ServesAsync(16, poll, budget.TakeAsync(RequestPriority.Poll, default));

        async Task ServesAsync(double seconds, Task turn, Task later)
        {
            time.Advance(TimeSpan.FromSeconds(seconds - 0.1));
            Assert.False(turn.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(0.11));
            await turn;
            Assert.False(later.IsCompleted);
        }
    }

    [Fact]
    public async Task Poller_LeavesAReserveForPeople()
    {
        using var budget = new RateBudget(new ManualTimeProvider(), 100, FiveMinutes);
        var polls = 0;
        while (budget.TakeAsync(RequestPriority.Poll, default).IsCompleted) polls++;
        Assert.Equal(80, polls);
        Assert.Null(await budget.TakeAsync(RequestPriority.Interactive, default));
    }

    [Fact]
    public async Task Pause_ReachesThoseWhoWait()
    {
        using var budget = new RateBudget(new ManualTimeProvider(), 1, FiveMinutes);
        await budget.TakeAsync(RequestPriority.Interactive, default);
        var waiting = budget.TakeAsync(RequestPriority.Interactive, default);
        budget.Pause(TimeSpan.FromSeconds(9));
        Assert.Equal(TimeSpan.FromSeconds(9), await waiting);
    }

    [Fact]
    public async Task Cancel_WhileWaiting_FreesTheTurn()
    {
        var time = new ManualTimeProvider();
        using var budget = new RateBudget(time, 1, TimeSpan.FromSeconds(10));
        await budget.TakeAsync(RequestPriority.Interactive, default);
        using var cancel = new CancellationTokenSource();
        var cancelled = budget.TakeAsync(RequestPriority.Interactive, cancel.Token);
        var next = budget.TakeAsync(RequestPriority.Interactive, default);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        time.Advance(TimeSpan.FromSeconds(11));
        Assert.Null(await next);
    }

    private static HttpResponseMessage Limit(string? retryAfter)
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("") };
        if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }
}
