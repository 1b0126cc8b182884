using System.Net.WebSockets;
using System.Text;
using HomelabPortal.Access;
using HomelabPortal.Access.Authority;
using HomelabPortal.Cluster.Shell;
using HomelabPortal.Cluster.Shell.Wire;
using HomelabPortal.Platform;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.Cluster.Shell;

public sealed class ShellWatchTests : IAsyncLifetime
{
    private readonly ManualTimeProvider _time = new();
    private readonly ShellIdle _idle;
    private readonly ShellWatch _watch;
    private TerminalPair? _pair;

    public ShellWatchTests()
    {
        _idle = new ShellIdle(_time);
        var authority = new AuthorityCheck(new Live<AccessState>(AccessState.Empty, _time), _time);
        _watch = new ShellWatch(authority, Options.Create(new ShellOptions { IdleLimit = TimeSpan.FromMinutes(5) }), _time);
    }

    public async Task InitializeAsync() => _pair = await TerminalPair.OpenAsync(_time);

    public Task DisposeAsync()
    {
        _pair!.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Terminal_LeftAlone_IsWarnedAMinuteBeforeItEnds()
    {
        var watching = _watch.WatchAsync(_pair!.Portal, Actor.Portal, _idle, CancellationToken.None, CancellationToken.None);
        await AdvanceAsync(TimeSpan.FromMinutes(4) + ShellWatch.Interval, watching);

        var warning = await _pair.NextAsync();
        Assert.Equal("notice", (string?)warning["kind"]);
        Assert.Contains("unless a key is pressed", (string?)warning["text"]);
        Assert.False(watching.IsCompleted);
        await AdvanceAsync(TimeSpan.FromMinutes(1), watching);

        Assert.Equal(ShellEndKind.Idle, (await watching.WaitAsync(TimeSpan.FromSeconds(20)))!.Kind);
    }

    [Fact]
    public async Task Terminal_TypedAtAfterTheWarning_StaysOpen()
    {
        using var done = new CancellationTokenSource();
        var watching = _watch.WatchAsync(_pair!.Portal, Actor.Portal, _idle, done.Token, CancellationToken.None);
        await AdvanceAsync(TimeSpan.FromMinutes(4.5), watching);
        _idle.Touch();
        await AdvanceAsync(TimeSpan.FromMinutes(3), watching);

        Assert.False(watching.IsCompleted);
        await done.CancelAsync();
        Assert.Null(await watching.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Owner_WhoIsNobodyAnyMore_EndsAtOnce()
    {
        var ended = await _watch.WatchAsync(_pair!.Portal, new Actor("ann") { SessionId = "0123456789" }, _idle, CancellationToken.None, CancellationToken.None);

        Assert.Equal(ShellEndKind.Refused, ended!.Kind);
        Assert.Contains("not signed in any more", ended.Text);
    }

    [Fact]
    public async Task Signals_TooLongOrBroken_AreSkippedAndTypingGoesOn()
    {
        var typed = new List<string>();
        var signals = new List<ShellSignal>();
        var receiving = _pair!.Portal.ReceiveAsync(
            bytes => { typed.Add(Encoding.UTF8.GetString(bytes.Span)); return Task.CompletedTask; },
            signal => { signals.Add(signal); return Task.CompletedTask; },
            CancellationToken.None);
        await SendAsync(new string('x', 100_000), WebSocketMessageType.Text);
        await SendAsync("{\"kind\":\"resize\"", WebSocketMessageType.Text);
        await SendAsync("", WebSocketMessageType.Text);
        await SendAsync("ls\r", WebSocketMessageType.Binary);
        await SendAsync("""{"kind":"read","bytes":7}""", WebSocketMessageType.Text);
        await _pair.Terminal.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await receiving.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.Equal(["ls\r"], typed);
        Assert.Equal([new ShellSignal.Read(7)], signals);
    }

    private Task SendAsync(string text, WebSocketMessageType type) => _pair!.Terminal.SendAsync(Encoding.UTF8.GetBytes(text), type, true, CancellationToken.None);

    /// <summary>Tick by tick, since a timer that is late fires only once for all it missed.</summary>
    private async Task AdvanceAsync(TimeSpan span, Task watching)
    {
        for (var passed = TimeSpan.Zero; passed < span && !watching.IsCompleted; passed += ShellWatch.Interval)
        {
            _time.Advance(ShellWatch.Interval);
            await Task.Yield();
        }
    }
}
