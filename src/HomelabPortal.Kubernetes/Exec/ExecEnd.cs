using System.Globalization;
using System.Text.Json;

namespace HomelabPortal.Kubernetes;

/// <summary>How an execution ended.</summary>
/// <param name="Message">For <see cref="ExecEndKind.Failed"/> the node's own words, for <see cref="ExecEndKind.Lost"/> what happened to the connection.</param>
public sealed record ExecEnd(ExecEndKind Kind, int? ExitCode, string Message)
{
    /// <summary>The server's description, when it sent one.</summary>
    public Status? Status { get; init; }

    internal static ExecEnd Lost(string message) => new(ExecEndKind.Lost, null, message);

    /// <summary>Reads the Status of channel 3: success, or a failure whose reason NonZeroExitCode comes with the code as a cause.</summary>
    internal static ExecEnd OfStatus(ReadOnlySpan<byte> json)
    {
        ExecStatus? status;
        try
        {
            status = JsonSerializer.Deserialize(json, ApiJson.Default.ExecStatus);
        }
        catch (JsonException)
        {
            status = null;
        }

        return status switch
        {
            null => Lost("the server did not say how the program ended"),
            { Status: "Success" } => new ExecEnd(ExecEndKind.Exited, 0, ""),
            { Reason: "NonZeroExitCode" } when CodeOf(status) is { } code => new ExecEnd(ExecEndKind.Exited, code, status.Message) { Status = status.ToStatus() },
            _ => new ExecEnd(ExecEndKind.Failed, null, status.Message) { Status = status.ToStatus() },
        };
    }

    private static int? CodeOf(ExecStatus status) =>
        int.TryParse(status.Details?.Causes.FirstOrDefault(cause => cause.Reason == "ExitCode")?.Message, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code) ? code : null;
}
