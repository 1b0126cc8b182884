using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using HomelabPortal.Storage.Sqlite;

namespace HomelabPortal.Commands;

/// <summary>
/// Takes commands while the portal runs, because only one process may have the data open.
/// A Unix socket in the data directory that only the portal's own user can connect to.
/// </summary>
internal sealed partial class CommandSocket(DataDirectory directory, CommandBook book, TimeProvider time, ILogger<CommandSocket> logger) : BackgroundService
{
    private const int MostBytes = 16 * 1024;
    private static readonly TimeSpan _mostWait = TimeSpan.FromSeconds(10);
    private readonly string _path = PathIn(directory.Path);
    private Socket? _socket;

    public static string PathIn(string directory) => Path.Combine(directory, "portal.sock");

    /// <summary>Opens before the portal serves, so that who sees it serve can give it commands.</summary>
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        _socket = Open();
        return base.StartAsync(cancellationToken);
    }

    public override void Dispose()
    {
        _socket?.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (_socket is { } socket && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                using var caller = await socket.AcceptAsync(stoppingToken);
                await AnswerAsync(caller, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
            catch (Exception fault) when (fault is SocketException or IOException or JsonException or OperationCanceledException)
            {
                Log.CallerLost(logger, fault);
            }
        }

        File.Delete(_path);
    }

    private Socket? Open()
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            // Left by a portal that was killed: the lock on the directory says that it is gone.
            File.Delete(_path);
            socket.Bind(new UnixDomainSocketEndPoint(_path));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(_path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            // Nobody can connect before this, so that the mode is in force for everyone.
            socket.Listen(1);
            return socket;
        }
        catch (Exception fault) when (fault is SocketException or IOException or UnauthorizedAccessException or ArgumentOutOfRangeException)
        {
            Log.NoSocket(logger, _path, fault.Message);
            socket.Dispose();
            return null;
        }
    }

    private async Task AnswerAsync(Socket caller, CancellationToken stoppingToken)
    {
        using var limit = new CancellationTokenSource(_mostWait, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stoppingToken);
        await using var stream = new NetworkStream(caller);
        var words = JsonSerializer.Deserialize<string[]>(await ReadAsync(stream, either.Token)) ?? [];
        Log.Command(logger, words.FirstOrDefault());
        var answer = await book.RunAsync(words, stoppingToken);
        await stream.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(answer), stoppingToken);
    }

    private static async Task<string> ReadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var bytes = new byte[MostBytes];
        var length = await stream.ReadAtLeastAsync(bytes, MostBytes, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(bytes, 0, length);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Command from the command line: {Command}")]
        public static partial void Command(ILogger logger, string? command);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Commands cannot reach the running portal, because {Path} cannot be opened: {Why}")]
        public static partial void NoSocket(ILogger logger, string path, string why);

        [LoggerMessage(Level = LogLevel.Debug, Message = "A caller of the command socket went away")]
        public static partial void CallerLost(ILogger logger, Exception fault);
    }
}
