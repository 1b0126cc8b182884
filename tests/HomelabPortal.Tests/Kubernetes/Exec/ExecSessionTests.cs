using System.Net.WebSockets;
using System.Text;
using HomelabPortal.Kubernetes;
using HomelabPortal.Testing;

namespace HomelabPortal.Tests.Kubernetes.Exec;

public sealed class ExecSessionTests : IDisposable
{
    private readonly ScriptedExec _server = new();

    public void Dispose() => _server.Dispose();

    [Fact]
    public async Task Output_OfBothChannels_ComesInOrderWithItsChannel()
    {
        await using var session = await _server.OpenAsync();
        await _server.SendAsync(1, "one");
        await _server.SendAsync(2, "two");
        await _server.SendAsync(3, """{"status":"Success"}""");
        await _server.CloseAsync();

        Assert.Equal([(ExecChannel.Output, "one"), (ExecChannel.Errors, "two")], await ReadAsync(session));
        Assert.Equal((ExecEndKind.Exited, 0), (session.End!.Kind, session.End.ExitCode));
    }

    [Fact]
    public async Task Message_OfAMegabyte_ComesInPiecesWithoutItsChannelByte()
    {
        await using var session = await _server.OpenAsync();
        var text = string.Concat(Enumerable.Range(0, 150_000).Select(number => $"{number:d6},"));
        var sending = _server.SendAsync(1, text);
        var pieces = new List<(ExecChannel Channel, string Text)>();
        while (pieces.Sum(piece => piece.Text.Length) < text.Length)
            pieces.Add(Of((await session.ReadAsync())!.Value));
        await sending;

        Assert.True(pieces.Count > 1);
        Assert.Equal(text, string.Concat(pieces.Select(piece => piece.Text)));
        Assert.All(pieces, piece => Assert.Equal(ExecChannel.Output, piece.Channel));
    }

    [Fact]
    public async Task Message_InFragments_KeepsItsChannel()
    {
        await using var session = await _server.OpenAsync();
        await _server.Socket.SendAsync(new byte[] { 2, (byte)'a' }, WebSocketMessageType.Binary, endOfMessage: false, CancellationToken.None);
        await _server.Socket.SendAsync("b"u8.ToArray(), WebSocketMessageType.Binary, endOfMessage: true, CancellationToken.None);

        Assert.Equal((ExecChannel.Errors, "a"), Of((await session.ReadAsync())!.Value));
        Assert.Equal((ExecChannel.Errors, "b"), Of((await session.ReadAsync())!.Value));
    }

    [Fact]
    public async Task Frame_ThatIsHalfThere_IsWaitedForUntilTheConnectionIsLost()
    {
        await using var session = await _server.OpenAsync();
        // A final binary frame of six bytes, of which three come.
        await _server.Wire.WriteAsync(new byte[] { 0x82, 6, 1, (byte)'h', (byte)'a' });
        var reading = session.ReadAsync().AsTask();
        Assert.False(reading.IsCompleted);
        _server.Wire.Close();

        Assert.Null(await reading.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal((ExecEndKind.Lost, null), (session.End!.Kind, session.End.ExitCode));
    }

    [Fact]
    public async Task Frame_ThatComesInTwoHalves_IsWhole()
    {
        await using var session = await _server.OpenAsync();
        await _server.Wire.WriteAsync(new byte[] { 0x82, 4, 1, (byte)'h' });
        var reading = session.ReadAsync().AsTask();
        Assert.False(reading.IsCompleted);
        await _server.Wire.WriteAsync(new byte[] { (byte)'a', (byte)'!' });

        Assert.Equal((ExecChannel.Output, "ha!"), Of((await reading.WaitAsync(TimeSpan.FromSeconds(20)))!.Value));
    }

    [Fact]
    public async Task Messages_OfUnknownChannelsOrEmpty_AreSkipped()
    {
        await using var session = await _server.OpenAsync();
        foreach (var channel in new byte[] { 0, 1, 2, 3, 4 })
            await _server.SendAsync(channel, "");
        await _server.Socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Binary, true, CancellationToken.None);
        await _server.SendAsync(9, "what is this");
        await _server.SendAsync(255, [1]);
        await _server.SendAsync(1, "at last");

        Assert.Equal((ExecChannel.Output, "at last"), Of((await session.ReadAsync())!.Value));
    }

    [Fact]
    public async Task Output_AfterTheStatus_IsNotLost()
    {
        await using var session = await _server.OpenAsync();
        await _server.SendAsync(3, """{"status":"Success"}""");
        await _server.SendAsync(1, "the rest");
        await _server.CloseAsync();

        Assert.Equal([(ExecChannel.Output, "the rest")], await ReadAsync(session));
        Assert.Equal(0, session.End!.ExitCode);
    }

    [Fact]
    public async Task Status_WithoutAClose_EndsItAfterAMoment()
    {
        var time = new ManualTimeProvider();
        await using var session = await _server.OpenAsync(time);
        await _server.SendAsync(3, """{"status":"Failure","reason":"NonZeroExitCode","details":{"causes":[{"reason":"ExitCode","message":"3"}]}}""");
        var reading = session.ReadAsync().AsTask();
        await Eventually.HoldsAsync(() => time.WaitingTimers > 0, () => "It does not wait for the rest.", TimeSpan.FromSeconds(20));
        time.Advance(TimeSpan.FromSeconds(4));

        Assert.Null(await reading.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal((ExecEndKind.Exited, 3), (session.End!.Kind, session.End.ExitCode));
    }

    [Theory]
    [InlineData(1000, null, "without saying how the program ended")]
    [InlineData(1011, "kubelet went away", "1011 (kubelet went away)")]
    [InlineData(1006 + 3000, null, "4006")]
    public async Task Close_WithoutAStatus_IsALossThatSaysTheCode(int code, string? why, string expected)
    {
        await using var session = await _server.OpenAsync();
        await _server.CloseAsync((WebSocketCloseStatus)code, why);

        Assert.Null(await session.ReadAsync());
        Assert.Equal(ExecEndKind.Lost, session.End!.Kind);
        Assert.Contains(expected, session.End.Message);
    }

    [Fact]
    public async Task Status_ThatIsTooLong_IsNoStatus()
    {
        await using var session = await _server.OpenAsync();
        await _server.SendAsync(3, $$"""{"status":"Success","message":"{{new string('x', 100_000)}}"}""");
        await _server.CloseAsync();

        Assert.Null(await session.ReadAsync());
        Assert.Equal(ExecEndKind.Lost, session.End!.Kind);
    }

    [Fact]
    public async Task Input_GoesOutOnItsChannelInBoundedMessages()
    {
        await using var session = await _server.OpenAsync();
        var input = Enumerable.Range(0, 100_000).Select(number => (byte)number).ToArray();
        var writing = session.WriteAsync(input).AsTask();
        var received = new List<byte>();
        while (received.Count < input.Length)
        {
            var message = (await _server.ReceiveAsync())!;
            Assert.Equal(0, message[0]);
            Assert.InRange(message.Length, 2, 33 * 1024);
            received.AddRange(message[1..]);
        }

        await writing;
        Assert.Equal(input, received);
    }

    [Fact]
    public async Task SizeAndEndOfInput_GoOutAsTheProtocolHasThem()
    {
        await using var session = await _server.OpenAsync();
        await session.ResizeAsync(120, 40);
        Assert.True(await session.CloseInputAsync());

        Assert.Equal("\x04{\"Width\":120,\"Height\":40}", Encoding.ASCII.GetString((await _server.ReceiveAsync())!));
        Assert.Equal([255, 0], await _server.ReceiveAsync());
    }

    [Fact]
    public async Task EndOfInput_InTheOldProtocol_CannotBeTold()
    {
        using var old = new ScriptedExec("v4.channel.k8s.io");
        await using var session = await old.OpenAsync();

        Assert.False(await session.CloseInputAsync());
        await session.ResizeAsync(80, 24);
        Assert.Equal(4, (await old.ReceiveAsync())![0]);
    }

    [Fact]
    public async Task Writers_AllAtOnce_DoNotMixTheirMessages()
    {
        await using var session = await _server.OpenAsync();
        var writing = Task.WhenAll(Enumerable.Range(1, 20).Select(number => session.WriteAsync(Enumerable.Repeat((byte)number, 3000).ToArray()).AsTask()));

        for (var count = 0; count < 20; count++)
            Assert.Single((await _server.ReceiveAsync())![1..].Distinct());
        await writing;
    }

    [Fact]
    public async Task Dispose_ClosesTheConnection()
    {
        var session = await _server.OpenAsync();
        await session.DisposeAsync();

        Assert.Null(await _server.ReceiveAsync());
    }

    [Fact]
    public async Task Write_AfterTheEnd_FailsAsAnIoFault()
    {
        var session = await _server.OpenAsync();
        await session.DisposeAsync();

        await Assert.ThrowsAsync<IOException>(() => session.WriteAsync(new byte[1]).AsTask());
    }

    [Fact]
    public async Task Server_ThatAnswersNoPing_IsLost()
    {
        var options = new KubernetesClientOptions { ExecPingInterval = TimeSpan.FromMilliseconds(50), ExecPingTimeout = TimeSpan.FromMilliseconds(200) };
        await using var session = await _server.OpenAsync(options: options);

        Assert.Null(await session.ReadAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(ExecEndKind.Lost, session.End!.Kind);
    }

    private static (ExecChannel, string) Of(ExecPiece piece) => (piece.Channel, Encoding.UTF8.GetString(piece.Bytes.Span));

    private static async Task<List<(ExecChannel, string)>> ReadAsync(ExecSession session)
    {
        var pieces = new List<(ExecChannel, string)>();
        while (await session.ReadAsync() is { } piece)
            pieces.Add(Of(piece));
        return pieces;
    }
}
