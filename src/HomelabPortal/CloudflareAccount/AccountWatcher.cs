using HomelabPortal.Cloudflare;
using HomelabPortal.Lab;
using HomelabPortal.Platform;

namespace HomelabPortal.CloudflareAccount;

/// <summary>
/// Keeps <see cref="AccountState"/> current. The token is verified every five minutes, also while it is refused;
/// permissions are probed at start, each hour, and when one turned out to be missing. The budget is read without a call.
/// </summary>
internal sealed partial class AccountWatcher(LabConnections connections, Live<AccountState> live, Random random, TimeProvider time, ILogger<AccountWatcher> logger)
    : BackgroundService
{
    private static readonly TimeSpan _verifyAge = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan _tick = TimeSpan.FromSeconds(10);
    private readonly Backoff _backoff = new(TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(5), random);
    private AccountReading _reading = new();
    private DateTimeOffset _dueAt = DateTimeOffset.MinValue;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (connections.Cloudflare is not { } client)
        {
            live.Publish(AccountState.Unknown with { Api = ApiStanding.NotConnected, Help = LabConnections.CloudflareHelp });
            return;
        }
        var look = new AccountLook(client.For(RequestPriority.Poll), connections.CloudflareAccountId, time);
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (time.GetUtcNow() >= _dueAt)
                    await LookAsync(look, stoppingToken);
                Publish(client.Budget);
                if (await connections.CloudflareCalls.Learned.WaitAsync(_tick, time, stoppingToken))
                    HastenLook();
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task LookAsync(AccountLook look, CancellationToken stoppingToken)
    {
        try
        {
            _reading = await look.VerifyAsync(_reading, stoppingToken);
            if (!_reading.Token.IsDead && (_reading.ProbedAt is not { } at || time.GetUtcNow() - at >= AccountLook.ProbeAge))
                _reading = await look.ProbeAsync(_reading, stoppingToken);
            _backoff.Reset();
            _dueAt = time.GetUtcNow() + _verifyAge;
        }
        catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
        {
            var rest = (fault as CloudflareApiException)?.RetryAfter ?? _backoff.Next();
            _dueAt = time.GetUtcNow() + rest;
            _reading = AfterFault(_reading, fault);
            Log.LookFault(logger, fault is CloudflareApiException ? null : fault, fault.Message, rest);
        }
    }

    // A token that verifies and is refused all the same is limited to other addresses: that too is one problem of the token.
    private static AccountReading AfterFault(AccountReading reading, Exception fault) =>
        fault is CloudflareApiException { Kind: CloudflareErrorKind.Unauthorized } refusal
            ? reading with { Token = reading.Token with { Standing = TokenStanding.Refused, Problem = CloudflareErrors.Of(refusal).ToString() } }
            : reading;

    /// <summary>A call of somebody else met something new: look at the token soon, but not for every one of many faults.</summary>
    private void HastenLook()
    {
        if (connections.CloudflareCalls.Log.Last?.Fault is not { Kind: CloudflareErrorKind.Unauthorized or CloudflareErrorKind.MissingPermission } fault)
            return;
        if (fault.Kind == CloudflareErrorKind.MissingPermission)
            _reading = _reading with { ProbedAt = null };
        if (_reading.CheckedAt is not { } at || time.GetUtcNow() - at >= TimeSpan.FromSeconds(30))
            _dueAt = time.GetUtcNow();
    }

    private void Publish(RateBudgetState budget)
    {
        var state = _reading.With(connections.CloudflareCalls.Log, new BudgetState(budget.Capacity - budget.Available, budget.Capacity, budget.PausedUntil), time.GetUtcNow());
        if (live.Current.AsOf is null || state != live.Current.Value)
            live.Publish(state);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The Cloudflare account could not be checked: {Message} Will retry in {Rest}")]
        public static partial void LookFault(ILogger logger, Exception? fault, string message, TimeSpan rest);
    }
}
