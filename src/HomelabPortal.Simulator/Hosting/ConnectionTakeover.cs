using System.Net.Sockets;
using System.Text;
using HomelabPortal.Simulator.Faults;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>
/// Takes a connection away from HTTP after 101, also for a request with a body, which the server's own upgrade does not allow.
/// The request must have been read to its end. Not for TLS, whose bytes lie below.
/// </summary>
internal static class ConnectionTakeover
{
    /// <summary>Serves until done with what is received and what is sent.</summary>
    public static async Task RunAsync(HttpContext context, string contentType, Func<Stream, Stream, Task> serve)
    {
        context.Features.GetRequiredFeature<TakeoverFeature>().IsTaken = true;
        if (context.Features.Get<RequestFaults>() is { } logged) logged.Request.StatusCode = StatusCodes.Status101SwitchingProtocols;
        await using var received = context.Features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Input.AsStream(leaveOpen: true);
        // Past the server's own buffer: what is written here has left the process, and the end of the connection cannot overtake it.
        var socket = context.Features.GetRequiredFeature<IConnectionSocketFeature>().Socket;
        await using var sent = new NetworkStream(socket, ownsSocket: false);
        var head = $"HTTP/1.1 101 UPGRADED\r\nContent-Type: {contentType}\r\nConnection: Upgrade\r\nUpgrade: tcp\r\n\r\n";
        await sent.WriteAsync(Encoding.ASCII.GetBytes(head), CancellationToken.None);
        try
        {
            await serve(received, sent);
        }
        finally
        {
            Close(socket);
            // HTTP must not send an answer of its own after this.
            context.Abort();
        }
    }

    private static void Close(Socket socket)
    {
        try
        {
            socket.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // The other side has left already.
        }
    }
}
