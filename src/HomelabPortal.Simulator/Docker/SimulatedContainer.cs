using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Docker;

/// <summary>One container: what it was made from and what became of it. Changed only under the host's gate.</summary>
public sealed class SimulatedContainer
{
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

    public bool IsRunning => Status is ContainerStatus.Running or ContainerStatus.Restarting;

    internal JsonObject Config { get; }

    internal JsonObject HostConfig { get; }

    internal string Address { get; set; } = "";

    internal CancellationTokenSource? Run { get; set; }

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

    /// <summary>Makes a container that was just set up look as if it had been there since.</summary>
    internal void Backdate(DateTimeOffset since, int? exitCode, DateTimeOffset finished)
    {
        (Created, StartedAt) = (since, since.AddSeconds(1));
        if (exitCode is { } code) (Status, ExitCode, FinishedAt) = (ContainerStatus.Exited, code, finished);
    }

    private IEnumerable<string> Words(string member) => (Config[member] as JsonArray ?? []).Select(word => (string?)word ?? "");
}
