using Microsoft.AspNetCore.Connections;

namespace HomelabPortal.Simulator.Hosting;

/// <summary>
/// Lets a connection outlive the end of what its client sends, once it was taken over:
/// HTTP gives a connection up as soon as that happens, but a stream of both directions may be closed on one side alone.
/// </summary>
internal sealed class TakeoverFeature
{
    public bool IsTaken { get; set; }

    public static ConnectionDelegate Use(ConnectionDelegate next) => async connection =>
    {
        var takeover = new TakeoverFeature();
        using var closed = new CancellationTokenSource();
        await using var registration = connection.ConnectionClosed.Register(() =>
        {
            if (!takeover.IsTaken) closed.Cancel();
        });
        connection.ConnectionClosed = closed.Token;
        connection.Features.Set(takeover);
        await next(connection);
    };
}
