using System.Text.RegularExpressions;
using HomelabPortal.Testing;

namespace HomelabPortal.BrowserTests;

/// <summary>A simulated lab in a process of its own, which can be stopped dead and let go on, as a machine that hangs.</summary>
internal sealed partial class SimulatorProcess : IAsyncDisposable
{
    private static readonly TimeSpan _startTimeout = TimeSpan.FromSeconds(60);
    private readonly TemporaryFolder _folder;
    private readonly ChildProcess _process;

    private SimulatorProcess(TemporaryFolder folder, ChildProcess process, string kubeconfig) => (_folder, _process, Kubeconfig) = (folder, process, kubeconfig);

    public string Kubeconfig { get; }

    /// <summary>What a portal must be told to be connected with all of it.</summary>
    public Dictionary<string, string> Settings
    {
        get
        {
            var cloudflare = CloudflareLines().Match(_process.Output).Groups;
            var settings = new Dictionary<string, string>
            {
                ["Lab__Mode"] = "Real", ["Kubernetes__Kubeconfig"] = Kubeconfig,
                ["Cloudflare__BaseAddress"] = cloudflare[1].Value, ["Cloudflare__ApiToken"] = cloudflare[2].Value, ["Cloudflare__AccountId"] = cloudflare[3].Value,
            };
            foreach (var (index, host) in DockerLine().Matches(_process.Output).Index())
                (settings[$"Docker__Hosts__{index}__Address"], settings[$"Docker__Hosts__{index}__Name"]) = (host.Groups[1].Value, host.Groups[2].Value);
            return settings;
        }
    }

    public static async Task<SimulatorProcess> StartAsync(CancellationToken cancellationToken = default)
    {
        var folder = new TemporaryFolder();
        var output = new DirectoryInfo(AppContext.BaseDirectory);
        var assembly = RepositoryFolder.Combine("src", "HomelabPortal.Simulator", "bin", output.Parent!.Name, output.Name, "HomelabPortal.Simulator.dll");
        var process = ChildProcess.Start("dotnet", [assembly, "--still", "--folder", folder.Path], new Dictionary<string, string>(), RepositoryFolder.Path);
        await process.WaitForLineAsync(line => line.StartsWith("Ready in", StringComparison.Ordinal), _startTimeout, cancellationToken);
        return new SimulatorProcess(folder, process, KubeconfigLine().Match(process.Output).Groups[1].Value);
    }

    /// <summary>From now on it answers nothing and closes nothing.</summary>
    public Task HangAsync() => SignalAsync("STOP");

    public Task GoOnAsync() => SignalAsync("CONT");

    public async ValueTask DisposeAsync()
    {
        // Who hangs does not hear that it shall end.
        await GoOnAsync();
        await _process.DisposeAsync();
        _folder.Dispose();
    }

    private async Task SignalAsync(string signal) => await ChildProcess.RunAsync("kill", [$"-{signal}", $"{_process.Id}"], CancellationToken.None);

    [GeneratedRegex(@"Cloudflare +(\S+)\s+token +(\S+)\s+account +(\S+)")]
    private static partial Regex CloudflareLines();

    [GeneratedRegex(@"Docker +(\S+) +(\S+)")]
    private static partial Regex DockerLine();

    [GeneratedRegex(@"kubeconfig (\S+)")]
    private static partial Regex KubeconfigLine();
}
