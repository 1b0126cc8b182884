using System.Net.Sockets;
using System.Security.Authentication;

namespace HomelabPortal.Docker;

/// <summary>What a failed exchange means: nobody there, not allowed, certificates refused, or broken on the way.</summary>
internal static class TransportFault
{
    public static bool IsOne(Exception e) => e is HttpRequestException or IOException or SocketException or ObjectDisposedException;

    public static DockerApiException Map(DockerConnection connection, string what, Exception e, bool hasEverAnswered)
    {
        var (kind, why) = !hasEverAnswered && connection.IsTls && IsBreak(e) ? UnwelcomeClient : Explain(connection, e);
        return new DockerApiException(kind, $"Docker at {connection.Address} did not {what}: {why}", e);
    }

    // TLS 1.3 refuses a client certificate only after the handshake, and then the first request
    // meets an alert, an end or a reset, whichever comes first.
    // From a server that has never answered, all three most likely mean that.
    private static (DockerErrorKind Kind, string Why) UnwelcomeClient =>
        (DockerErrorKind.TlsRejected, "it closed the connection right after the TLS handshake. Most likely it does not accept cert.pem: check that the server knows its authority.");

    private static (DockerErrorKind Kind, string Why) Explain(DockerConnection connection, Exception e)
    {
        if (Causes(e).OfType<SshFault>().FirstOrDefault() is { } ssh)
            return (DockerErrorKind.Unreachable, ssh.Said.Length == 0 ? "ssh ended without a word." : $"ssh could not connect: {ssh.Said}");
        if (Causes(e).OfType<SocketException>().FirstOrDefault() is { } socket)
            return ExplainSocket(connection, socket.SocketErrorCode);
        if (IsTls(e))
            return (DockerErrorKind.TlsRejected, "the server's certificate was not accepted. Check that ca.pem is its authority and that it names this host.");
        if (e is HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded })
            return (DockerErrorKind.InvalidAnswer, "the answer was too large.");
        return (DockerErrorKind.Unreachable, "the connection broke.");
    }

    private static (DockerErrorKind Kind, string Why) ExplainSocket(DockerConnection connection, SocketError error) => error switch
    {
        SocketError.AccessDenied =>
            (DockerErrorKind.AccessDenied, "this user may not open the socket. Add the user to the group that owns it."),
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
            (DockerErrorKind.Unreachable, "the host name could not be resolved."),
        _ when connection.SocketPath is { } path && !File.Exists(path) =>
            (DockerErrorKind.Unreachable, "there is no such socket. Is the daemon running?"),
        SocketError.ConnectionRefused => (DockerErrorKind.Unreachable, "nobody listens there. Is the daemon running?"),
        _ => (DockerErrorKind.Unreachable, $"the connection failed ({error})."),
    };

    private static bool IsTls(Exception e) => Causes(e).Any(cause =>
        cause is AuthenticationException or HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError });

    private static bool IsBreak(Exception e) =>
        e is HttpRequestException { HttpRequestError: HttpRequestError.Unknown or HttpRequestError.ResponseEnded or HttpRequestError.InvalidResponse };

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
