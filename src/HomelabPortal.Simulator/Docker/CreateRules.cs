using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace HomelabPortal.Simulator.Docker;

/// <summary>What the engine refuses at create. It never looks at GPU requests or ports here: those fail at start.</summary>
internal static partial class CreateRules
{
    private const long LeastMemory = 6 * 1024 * 1024;
    private static readonly string[] Policies = ["no", "always", "on-failure", "unless-stopped"];

    public static void CheckName(string name)
    {
        if (!Name().IsMatch(name)) throw DockerErrors.BadName(name);
    }

    public static void CheckHostConfig(JsonObject hostConfig)
    {
        CheckRestartPolicy(hostConfig["RestartPolicy"]!.AsObject());
        if ((long)hostConfig["Memory"]! is > 0 and < LeastMemory) throw DockerErrors.MemoryTooSmall();
    }

    public static void CheckRestartPolicy(JsonObject policy)
    {
        var name = (string)policy["Name"]!;
        if (!Policies.Contains(name)) throw DockerErrors.BadRestartPolicy(name);
        if (name is not "on-failure" && (int)policy["MaximumRetryCount"]! != 0) throw DockerErrors.RetryCountNotAllowed();
    }

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9_.-]+$")]
    private static partial Regex Name();
}
