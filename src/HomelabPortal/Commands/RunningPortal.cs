using System.Net.Sockets;
using System.Text.Json;

namespace HomelabPortal.Commands;

/// <summary>The portal that has the data open, as a command sees it.</summary>
internal static class RunningPortal
{
    /// <summary>Hands the command over; null when no portal runs on this data directory.</summary>
    public static async Task<CommandAnswer?> AskAsync(string directory, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var path = CommandSocket.PathIn(directory);
        if (!File.Exists(path))
            return null;
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path), cancellationToken);
        }
        catch (SocketException fault) when (fault.SocketErrorCode is SocketError.ConnectionRefused)
        {
            // Left behind by a portal that was killed.
            return null;
        }
        catch (SocketException fault)
        {
            return CommandAnswer.Failed($"The running portal cannot be reached through {path}: {fault.Message}. Run the command as the portal's own user.");
        }

        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(words), cancellationToken);
        socket.Shutdown(SocketShutdown.Send);
        using var answer = new MemoryStream();
        await stream.CopyToAsync(answer, cancellationToken);
        return answer.Length == 0
            ? CommandAnswer.Failed("The portal ended before it answered. Look into its log, then try again.")
            : JsonSerializer.Deserialize<CommandAnswer>(answer.ToArray());
    }
}
