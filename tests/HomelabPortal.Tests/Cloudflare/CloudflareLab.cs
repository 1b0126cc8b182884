using HomelabPortal.Cloudflare;
using HomelabPortal.Simulator;
using HomelabPortal.Simulator.Cloudflare;
using HomelabPortal.Simulator.Faults;

namespace HomelabPortal.Tests.Cloudflare;

/// <summary>The client and the simulated Cloudflare, with real HTTP between them.</summary>
internal sealed class CloudflareLab : IAsyncDisposable
{
    private readonly SimulatedLab _lab;

    private CloudflareLab(SimulatedLab lab, ManualTimeProvider time)
    {
        (_lab, Time) = (lab, time);
        Client = Connect(lab.Cloudflare.Token);
    }

    public CloudflareClient Client { get; }

    /// <summary>The clock of the lab, not of the client.</summary>
    public ManualTimeProvider Time { get; }

    public CloudflareState State => _lab.CloudflareState;

    public FaultInjector Faults => _lab.Faults;

    public string AccountId => _lab.Cloudflare.AccountId;

    public SimulatedZone Zone => State.Zones[0];

    public SimulatedTunnel Tunnel => State.Tunnels[0];

    public static async Task<CloudflareLab> StartAsync()
    {
        var time = new ManualTimeProvider();
        var options = new SimulatedLabOptions { Content = LabContent.Empty, Lives = false, Time = time };
        return new CloudflareLab(await SimulatedLab.StartAsync(options, CancellationToken.None), time);
    }

    public static NewDnsRecord Address(string name, string content = "10.0.0.99", string? comment = null) =>
        new() { Type = "A", Name = name, Content = content, Proxied = false, Comment = comment };

    public CloudflareClient Connect(string token, TimeSpan? timeout = null, int recordsPerPage = 100) => new(
        new CloudflareClientOptions
        {
            BaseAddress = _lab.Cloudflare.BaseAddress,
            ApiToken = token,
            Timeout = timeout ?? TimeSpan.FromSeconds(30),
            RecordsPerPage = recordsPerPage,
        },
        TimeProvider.System);

    /// <summary>A client whose token may do only so much.</summary>
    public CloudflareClient ConnectWith(CloudflareScopes scopes, string status = "active")
    {
        const string token = "limited-token-0123456789";
        State.Tokens.Add(new CloudflareToken(token, scopes, status));
        return Connect(token);
    }

    public void Fail(string verb, string pathContains, FaultEffect effect, int? times = 1) =>
        Faults.Add(new FaultMatch { System = SimulatedSystem.Cloudflare, Verb = verb, PathContains = pathContains }, effect, times);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _lab.DisposeAsync();
    }
}
