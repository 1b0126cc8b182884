using HomelabPortal.CloudflareAccount;
using HomelabPortal.Lab;
using HomelabPortal.Platform;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Faults;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace HomelabPortal.Tests.CloudflareAccount;

/// <summary>The watcher of the account against a simulated Cloudflare, both on one clock that a test moves.</summary>
internal sealed class AccountLab : IAsyncDisposable
{
    private readonly SimulatedLab _lab;
    private readonly AccountWatcher _watcher;

    private AccountLab(SimulatedLab lab, ManualTimeProvider time, string? token)
    {
        (_lab, Time) = (lab, time);
        Connections = new LabConnections(
            Options.Create(new KubernetesOptions()),
            Options.Create(new CloudflareOptions { ApiToken = token ?? lab.Cloudflare.Token, BaseAddress = lab.Cloudflare.BaseAddress }),
            Options.Create(new DockerOptions()), time, NullLoggerFactory.Instance);
        Live = new Live<AccountState>(AccountState.Unknown, time);
        _watcher = new AccountWatcher(Connections, Live, new Random(1), time, NullLogger<AccountWatcher>.Instance);
    }

    public ManualTimeProvider Time { get; }

    public LabConnections Connections { get; }

    public Live<AccountState> Live { get; }

    public CloudflareState State => _lab.CloudflareState;

    public FaultInjector Faults => _lab.Faults;

    public AccountState Account => Live.Current.Value;

    public static async Task<AccountLab> StartAsync(Action<SimulatedLab>? prepare = null, string? token = null)
    {
        var time = new ManualTimeProvider();
        var lab = await SimulatedLab.StartAsync(new SimulatedLabOptions { Content = LabContent.Empty, Lives = false, Time = time }, CancellationToken.None);
        prepare?.Invoke(lab);
        var account = new AccountLab(lab, time, token);
        await account._watcher.StartAsync(CancellationToken.None);
        return account;
    }

    public void Fail(FaultEffect effect, string pathContains = "/client/v4", int? times = null) =>
        Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare, PathContains = pathContains }, effect, times);

    /// <summary>Waits for a state, and lets time pass while the watcher sleeps.</summary>
    public async Task<AccountState> WaitAsync(Func<AccountState, bool> holds, TimeSpan? step = null)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!holds(Account))
        {
            limit.Token.ThrowIfCancellationRequested();
            if (step is { } passes && Time.WaitingTimers > 0) Time.Advance(passes);
            await Task.Yield();
        }
        return Account;
    }

    public async ValueTask DisposeAsync()
    {
        await _watcher.StopAsync(CancellationToken.None);
        _watcher.Dispose();
        Connections.Dispose();
        await _lab.DisposeAsync();
    }
}
