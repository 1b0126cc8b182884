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

    [Theory]
    [InlineData("x-ratelimit-remaining", "12", 12)]
    [InlineData("Ratelimit", "\"default\";r=12;t=200", 12)]
    [InlineData("Ratelimit", "\"burst\";r=900;t=1, \"default\"; r=7; t=200", 7)]
    [InlineData("x-ratelimit-remaining", "1100", 299)]
    [InlineData("x-ratelimit-remaining", "-5", 299)]
    [InlineData("Ratelimit", "limit=100, remaining=x", 299)]
    public async Task Answer_SaysWhatIsLeftForAll_NoMoreIsThoughtToBeLeftForUs(string header, string value, int left)
    {
        using var client = Scripted(_ => With(Page(1, 0, []), header, value), out _, new ManualTimeProvider());

        await client.ListRecordsAsync("z", default);

        Assert.Equal((left, null), (client.Budget.Available, client.Budget.PausedUntil));
    }

    [Theory]
    [InlineData(40, 40)]
    [InlineData(86400, 300)]
    [InlineData(-10, 1)]
    public async Task Answer_SaysThatNothingIsLeft_StopsUntilTheReset(int resetIn, int seconds)
    {
        var time = new ManualTimeProvider();
        var reset = time.GetUtcNow().AddSeconds(resetIn).ToString("R", CultureInfo.InvariantCulture);
        using var client = Scripted(_ => With(With(Page(1, 0, []), "x-ratelimit-remaining", "0"), "x-ratelimit-reset", reset), out var handler, time);
        await client.ListRecordsAsync("z", default);

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListRecordsAsync("z", default));

        Assert.Equal((CloudflareErrorKind.RateLimited, TimeSpan.FromSeconds(seconds), 1), (fault.Kind, fault.RetryAfter, handler.Requests.Count));
    }

    [Theory]
    [InlineData("7", 7)]
    [InlineData(null, 40)]
    public async Task Limit_WithAResetToo_IsKeptByRetryAfterFirst(string? retryAfter, int seconds)
    {
        using var client = Scripted(_ => With(Limit(retryAfter), "Ratelimit", "\"default\";r=0;t=40"), out _, new ManualTimeProvider());

        var fault = await Assert.ThrowsAsync<CloudflareApiException>(() => client.ListRecordsAsync("z", default));

        Assert.Equal(TimeSpan.FromSeconds(seconds), fault.RetryAfter);
    }

    private static HttpResponseMessage With(HttpResponseMessage response, string header, string value)
    {
        response.Headers.TryAddWithoutValidation(header, value);
        return response;
    }

    private static HttpResponseMessage Limit(string? retryAfter)
    {
        var response = new HttpResponseMessage(HttpStatusCode.TooManyRequests) { Content = new StringContent("") };
        if (retryAfter is not null) response.Headers.TryAddWithoutValidation("Retry-After", retryAfter);
        return response;
    }
}
