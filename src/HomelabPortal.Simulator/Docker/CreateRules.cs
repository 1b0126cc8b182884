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
        var policy = (string)hostConfig["RestartPolicy"]!["Name"]!;
        if (!Policies.Contains(policy)) throw DockerErrors.BadRestartPolicy(policy);
        if (policy is not "on-failure" && (int)hostConfig["RestartPolicy"]!["MaximumRetryCount"]! != 0) throw DockerErrors.RetryCountNotAllowed();
        if ((long)hostConfig["Memory"]! is > 0 and < LeastMemory) throw DockerErrors.MemoryTooSmall();
    }

    /// <summary>A reference without tag means <c>latest</c>.</summary>
    public static string WithTag(string image)
        => image.Contains('@') || image.LastIndexOf(':') > image.LastIndexOf('/') ? image : image + ":latest";

    [GeneratedRegex("^[a-zA-Z0-9][a-zA-Z0-9_.-]+$")]
    private static partial Regex Name();
}
