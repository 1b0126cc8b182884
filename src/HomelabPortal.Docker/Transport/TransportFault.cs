using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;

namespace HomelabPortal.Docker;

/// <summary>What a failed exchange means: nobody there, not allowed, certificates refused, or broken on the way.</summary>
internal static class TransportFault
{
    public static bool IsOne(Exception e) => e is HttpRequestException or IOException or SocketException or ObjectDisposedException;

    public static DockerApiException Map(DockerConnection connection, string what, Exception e)
    {
        var (kind, why) = Explain(connection, e);
        return new DockerApiException(kind, $"Docker at {connection.Address} did not {what}: {why}", e);
    }

    private static (DockerErrorKind Kind, string Why) Explain(DockerConnection connection, Exception e)
    {
        if (Causes(e).OfType<SocketException>().FirstOrDefault() is { } socket)
            return ExplainSocket(connection, socket.SocketErrorCode);
        if (IsTls(e))
            return (DockerErrorKind.TlsRejected, "the certificates were not accepted. Check ca.pem against the server's certificate, and that the server knows the authority of cert.pem.");
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

    // TLS 1.3 reports a refused client certificate on the first read.
    // It surfaces as an exception type private to the assembly of SslStream, so the assembly is what can be asked.
    private static bool IsTls(Exception e) => Causes(e).Any(cause =>
        cause is AuthenticationException
        || cause is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError }
        || cause.GetType().Assembly == typeof(SslStream).Assembly);

    private static IEnumerable<Exception> Causes(Exception e)
    {
        for (Exception? cause = e; cause is not null; cause = cause.InnerException)
            yield return cause;
    }
}
