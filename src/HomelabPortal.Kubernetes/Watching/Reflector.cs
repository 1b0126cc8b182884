using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace HomelabPortal.Kubernetes;

/// <summary>
/// Keeps a <see cref="ResourceStore{T}"/> equal to what the server has: one list, then one watch that is resumed for ever (client-go <c>tools/cache/reflector.go</c>).
/// Whatever fails becomes the store's state and fault; it never stops by itself.
/// </summary>
public sealed partial class Reflector<T>
    where T : class, IKubernetesObject
{
    private const int LargestBatch = 1000;
    private static readonly TimeSpan _tooShort = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan _rarely = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan _longestAsked = TimeSpan.FromMinutes(5);
    private readonly KubernetesClient _client;
    private readonly ResourceType<T> _type;
    private readonly ReflectorOptions _options;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly ILogger _logger;
    private readonly RetryDelay _retry;

    /// <summary>The next list may be as old as this; "" asks for what is stored now.</summary>
    private string _listFrom = "0";

    private long? _expiredAt;
    private TaskCompletionSource _hurry = new();

    public Reflector(KubernetesClient client, ResourceType<T> type, ReflectorOptions options, TimeProvider time, Random random, ILogger? logger = null)
    {
        _client = client;
        _type = type;
        _options = options;
        _time = time;
        _random = random;
        _logger = logger ?? NullLogger.Instance;
        _retry = new RetryDelay(time, random);
        Store = new ResourceStore<T>(time, _logger);
    }

    public ResourceStore<T> Store { get; }

    /// <summary>Runs until cancelled. Never throws but for that.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var wait = await ListAndFollowAsync(cancellationToken);
            await PauseAsync(wait, cancellationToken);
        }
    }

    /// <summary>Ends the present wait after a failure, for a caller who knows that the server answers again.</summary>
    public void TryNow() => Volatile.Read(ref _hurry).TrySetResult();

    /// <summary>One list and everything that follows from it; returns how long to wait before the next.</summary>
    private async Task<TimeSpan> ListAndFollowAsync(CancellationToken cancellationToken)
    {
        try
        {
            var list = await _client.ListAsync(_type, ListOptions(), cancellationToken);
            _listFrom = list.ResourceVersion;
            Store.Replace(list);
            if (_options.PollInterval is { } interval)
                return interval;
            await FollowAsync(list.ResourceVersion, cancellationToken);
            return TimeSpan.Zero;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return Note(exception);
        }
    }

    private ListOptions ListOptions() => new()
    {
        Namespace = _options.Namespace,
        LabelSelector = _options.LabelSelector,
        FieldSelector = _options.FieldSelector,
        ResourceVersion = _options.PollInterval is null ? _listFrom : "",
    };

    /// <summary>Watches again and again; ends by throwing when only a new list can help.</summary>
    private async Task FollowAsync(string resourceVersion, CancellationToken cancellationToken)
    {
        while (true)
        {
            var startedAt = _time.GetTimestamp();
            var progress = new Progress(resourceVersion);
            TimeSpan wait;
            try
            {
                await WatchOnceAsync(progress, cancellationToken);
                // A clean end is normal, but one that comes at once and brings nothing would spin.
                var isTooShort = progress.Events == 0 && _time.GetElapsedTime(startedAt) < _tooShort;
                wait = isTooShort ? Disturbed($"The server ended the watch of {_type} at once.", null) : TimeSpan.Zero;
            }
            catch (KubernetesApiException exception) when (CanResume(exception.Kind))
            {
                wait = Disturbed(exception.Message, exception.RetryAfter);
            }
            resourceVersion = _listFrom = progress.ResourceVersion;
            await PauseAsync(wait, cancellationToken);
        }
    }

    private async Task PauseAsync(TimeSpan wait, CancellationToken cancellationToken)
    {
        if (wait <= TimeSpan.Zero)
            return;
        var hurry = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Volatile.Write(ref _hurry, hurry);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(hurry.Task, Task.Delay(wait, _time, over.Token));
        await over.CancelAsync();
        cancellationToken.ThrowIfCancellationRequested();
        if (first == hurry.Task && _options.PollInterval is null)
            _retry.Reset();
    }

    private async Task WatchOnceAsync(Progress progress, CancellationToken cancellationToken)
    {
        var options = new WatchOptions
        {
            Namespace = _options.Namespace,
            LabelSelector = _options.LabelSelector,
            FieldSelector = _options.FieldSelector,
            ResourceVersion = progress.ResourceVersion,
            // Spread out, so that a server does not get all watches of a program anew at one moment.
            Timeout = _options.WatchTimeout * (1 + Jitter.Next(_random)),
            Opened = Store.MarkLive,
        };
        await using var events = _client.WatchAsync(_type, options, cancellationToken).GetAsyncEnumerator(cancellationToken);
        var batch = new List<WatchEvent<T>>();
        var next = events.MoveNextAsync();
        while (true)
        {
            // Events that are already here become one change; the first never waits for a later one.
            if (batch.Count > 0 && (!next.IsCompleted || batch.Count >= LargestBatch))
                Flush(batch, progress);
            bool isEvent;
            try
            {
                isEvent = await next;
            }
            catch when (batch.Count > 0)
            {
                Flush(batch, progress);
                throw;
            }
            if (!isEvent)
                break;
            batch.Add(events.Current);
            next = events.MoveNextAsync();
        }
        if (batch.Count > 0)
            Flush(batch, progress);
    }

    private void Flush(List<WatchEvent<T>> batch, Progress progress)
    {
        Store.Apply(batch);
        progress.Events += batch.Count;
        if (batch[^1].ResourceVersion is { Length: > 0 } version)
            progress.ResourceVersion = _listFrom = version;
        batch.Clear();
    }

    /// <summary>Failures after which the server still knows where the watch was.</summary>
    private static bool CanResume(KubernetesErrorKind kind) =>
        kind is KubernetesErrorKind.Unreachable or KubernetesErrorKind.Timeout or KubernetesErrorKind.TooManyRequests;

    private TimeSpan Disturbed(string fault, TimeSpan? asked)
    {
        Store.MarkFault(StoreState.Stale, fault);
        var wait = _retry.Next(Clip(asked));
        Log.WatchDisturbed(_logger, _type, fault, wait);
        return wait;
    }

    private TimeSpan Note(Exception exception)
    {
        switch (exception)
        {
            case KubernetesApiException { Kind: KubernetesErrorKind.Expired or KubernetesErrorKind.ResourceVersionTooLarge } expired when _listFrom.Length > 0:
                return Expired(expired);
            case KubernetesApiException { Kind: KubernetesErrorKind.NotInstalled }:
                Store.MarkNotInstalled(exception.Message);
                _listFrom = "0";
                return Spread(_options.NotInstalledRecheck);
            case KubernetesApiException { Kind: KubernetesErrorKind.Forbidden }:
                Store.MarkFault(StoreState.Forbidden, exception.Message);
                return Spread(_options.ForbiddenRecheck);
            case KubernetesApiException known:
                return Disturbed(known.Message, known.RetryAfter);
            default:
                Log.Unexpected(_logger, exception, _type);
                return Disturbed($"Could not follow {_type}: {exception.Message}", null);
        }
    }

    /// <summary>The version is no good any more, so the next list must not ask for it. That is no fault of the server, unless it happens again and again.</summary>
    private TimeSpan Expired(KubernetesApiException exception)
    {
        _listFrom = "";
        Log.Relisting(_logger, _type, exception.Message);
        var isRare = _expiredAt is not { } last || _time.GetElapsedTime(last) > _rarely;
        _expiredAt = _time.GetTimestamp();
        return isRare ? TimeSpan.Zero : Disturbed(exception.Message, exception.RetryAfter);
    }

    private TimeSpan Spread(TimeSpan interval) => interval * (1 + 0.1 * Jitter.Next(_random));

    private static TimeSpan? Clip(TimeSpan? asked) => asked > _longestAsked ? _longestAsked : asked;

    private sealed class Progress(string resourceVersion)
    {
        public string ResourceVersion { get; set; } = resourceVersion;

        public int Events { get; set; }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Following {Type} was disturbed, trying again in {Wait}: {Fault}")]
        public static partial void WatchDisturbed(ILogger logger, ResourceType type, string fault, TimeSpan wait);

        [LoggerMessage(Level = LogLevel.Debug, Message = "Listing {Type} anew: {Reason}")]
        public static partial void Relisting(ILogger logger, ResourceType type, string reason);

        [LoggerMessage(Level = LogLevel.Error, Message = "Following {Type} failed in a way nobody expected")]
        public static partial void Unexpected(ILogger logger, Exception exception, ResourceType type);
    }
}
