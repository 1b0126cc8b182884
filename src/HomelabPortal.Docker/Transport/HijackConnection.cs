namespace HomelabPortal.Docker;

/// <summary>A connection used once, whose innermost stream is known, so that its sending side can be closed alone.</summary>
internal sealed class HijackConnection : IDisposable
{
    private volatile Stream? _stream;

    public HijackConnection(DockerConnection connection)
    {
        var handler = DockerHandler.Create(connection);
        handler.PlaintextStreamFilter = (context, _) =>
        {
            _stream = context.PlaintextStream;
            return ValueTask.FromResult(context.PlaintextStream);
        };
        Http = new HttpClient(handler) { BaseAddress = connection.BaseAddress, Timeout = Timeout.InfiniteTimeSpan };
    }

    public HttpClient Http { get; }

    /// <summary>Tells the other side that nothing more will be sent; reading goes on.</summary>
    public Task CompleteSendingAsync() => HalfClose.SendingAsync(_stream);

    public void Dispose() => Http.Dispose();
}
