using System.Globalization;
using System.Text.Json.Nodes;

namespace HomelabPortal.Simulator.Kubernetes.Exec;

/// <summary>What a node writes on channel 3.</summary>
internal static class ExecStatuses
{
    public static JsonObject Exited(int code) => code == 0
        ? new JsonObject { ["metadata"] = new JsonObject(), ["status"] = "Success" }
        : new JsonObject
        {
            ["metadata"] = new JsonObject(),
            ["status"] = "Failure",
            ["message"] = $"command terminated with non-zero exit code: exit status {code}",
            ["reason"] = "NonZeroExitCode",
            ["details"] = new JsonObject
            {
                ["causes"] = new JsonArray(new JsonObject { ["reason"] = "ExitCode", ["message"] = code.ToString(CultureInfo.InvariantCulture) }),
            },
        };

    /// <summary>As containerd puts it.</summary>
    public static JsonObject NotStarted(string program)
    {
        var why = $"error executing command in container: failed to exec in container: failed to start exec: OCI runtime exec failed: exec failed: unable to start container process: exec: \"{program}\": executable file not found in $PATH: unknown";
        return new JsonObject
        {
            ["metadata"] = new JsonObject(),
            ["status"] = "Failure",
            ["message"] = "Internal error occurred: " + why,
            ["reason"] = "InternalError",
            ["details"] = new JsonObject { ["causes"] = new JsonArray(new JsonObject { ["message"] = why }) },
            ["code"] = 500,
        };
    }
}
