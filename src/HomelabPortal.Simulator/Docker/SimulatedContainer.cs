using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>One container: what it was made from and what became of it. Changed only under the host's gate.</summary>
public sealed class SimulatedContainer
{
    private readonly Dictionary<string, byte[]> _archives = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource _removed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal SimulatedContainer(string id, string name, JsonObject config, JsonObject hostConfig, DateTimeOffset created)
        => (Id, Name, Config, HostConfig, Created) = (id, name, config, hostConfig, created);

    public string Id { get; }

    /// <summary>Without the leading slash that the API puts before it.</summary>
    public string Name { get; internal set; }

    public DateTimeOffset Created { get; internal set; }

    public ContainerStatus Status { get; internal set; } = ContainerStatus.Created;

    public int ExitCode { get; internal set; }

    public string Error { get; internal set; } = "";

    public int RestartCount { get; internal set; }

    public bool WasOutOfMemory { get; internal set; }

    public int ProcessId { get; internal set; }

    public DateTimeOffset? StartedAt { get; internal set; }

    public DateTimeOffset? FinishedAt { get; internal set; }

    /// <summary><c>starting</c>, <c>healthy</c> or <c>unhealthy</c>; null without a health check.</summary>
    public string? Health { get; set; }

    public LogBook Logs { get; } = new();

    public bool IsRunning => Status is ContainerStatus.Running or ContainerStatus.Restarting or ContainerStatus.Paused;

    /// <summary>What its program holds of a card's memory.</summary>
    public int VideoMemoryMiB { get; set; }

    /// <summary>Whether it no longer sees its card, as after the host's service manager was reloaded; a new start mends it.</summary>
    public bool HasLostGpu { get; set; }

    /// <summary>Whether nvidia-smi hangs in it from now on, as beside a driver that is stuck.</summary>
    public bool HasStuckGpu { get; set; }

    /// <summary>How many commands have hung in it so far.</summary>
    public int StuckCommands { get; internal set; }

    /// <summary>Paths of the folders that files were put into, with the last archive of each.</summary>
    public IReadOnlyDictionary<string, byte[]> Archives
    {
        get { lock (_archives) return new Dictionary<string, byte[]>(_archives); }
    }

    internal string ImageId { get; init; } = "";

    internal bool IsSick { get; init; }

    internal int FailingStreak { get; set; }

    internal Queue<JsonObject> HealthRuns { get; } = [];

    /// <summary>The process that computes on a card; null while none does.</summary>
    internal GpuProcess? GpuProcess => IsRunning && !HasLostGpu && VideoMemoryMiB > 0 ? new GpuProcess(ProcessId + 7, GpuAppetite.Of(Image).Program, VideoMemoryMiB) : null;

    /// <summary>Done when its program ends the next time.</summary>
    internal Task NextExit => _exit.Task;

    internal Task Removed => _removed.Task;

    internal CancellationToken Stopped => Run?.Token ?? new CancellationToken(canceled: true);

    internal JsonObject Config { get; }

    internal JsonObject HostConfig { get; }

    internal string Address { get; set; } = "";

    internal CancellationTokenSource? Run { get; set; }

    /// <summary>Names of the volumes that its image asks for and nobody named, by their paths.</summary>
    internal IReadOnlyDictionary<string, string> MadeUpVolumes { get; set; } = new Dictionary<string, string>();

    internal string Image => (string)Config["Image"]!;

    internal bool HasTerminal => (bool?)Config["Tty"] ?? false;

    internal string RestartPolicy => (string?)HostConfig["RestartPolicy"]?["Name"] ?? "no";

    internal IEnumerable<string> Command => Words("Entrypoint").Concat(Words("Cmd"));

    /// <summary>Published ports: container port and protocol, host address, host port. The engine publishes only what is exposed too.</summary>
    internal IEnumerable<(string Port, string HostAddress, string HostPort)> Published()
        => from port in HostConfig["PortBindings"] as JsonObject ?? []
           where (Config["ExposedPorts"] as JsonObject)?.ContainsKey(port.Key) == true
           from binding in port.Value as JsonArray ?? []
           select (port.Key, (string?)binding?["HostIp"] is { Length: > 0 } ip ? ip : "0.0.0.0", (string?)binding?["HostPort"] ?? "");

    internal void NoteExit()
    {
        var waiting = _exit;
        _exit = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.SetResult();
    }

    internal void NoteRemoval() => _removed.TrySetResult();

    internal void PutFiles(string folder, byte[] archive)
    {
        lock (_archives) _archives[folder] = archive;
    }

    /// <summary>Makes a container that was just set up look as if it had been there since.</summary>
    internal void Backdate(DateTimeOffset since, int? exitCode, DateTimeOffset finished)
    {
        (Created, StartedAt) = (since, since.AddSeconds(1));
        if (exitCode is { } code) (Status, ExitCode, FinishedAt) = (ContainerStatus.Exited, code, finished);
    }

    private IEnumerable<string> Words(string member) => (Config[member] as JsonArray ?? []).Select(word => (string?)word ?? "");
}
