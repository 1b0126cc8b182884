using System.Net.Sockets;
using HomelabPortal.Checks.Judging;

namespace HomelabPortal.Checks.Asking;

/// <summary>Pure: what it means when a connection fails. Where the portal's own machine has no network, nothing is said of the other side.</summary>
internal static class SocketWords
{
    public static CheckAnswer Of(SocketError error) => error switch
    {
        SocketError.ConnectionRefused => CheckAnswer.Down("It refuses connections: the machine is there, but nothing listens."),
        SocketError.HostUnreachable or SocketError.HostDown => CheckAnswer.Down("The machine cannot be reached."),
        SocketError.TimedOut => CheckAnswer.Down("It did not take the connection in time."),
        SocketError.ConnectionReset or SocketError.ConnectionAborted => CheckAnswer.Down("It ended the connection."),
        SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.AddressFamilyNotSupported or SocketError.AddressNotAvailable =>
            CheckAnswer.Unknown("The portal's machine has no way to it."),
        SocketError.AccessDenied => CheckAnswer.Unknown("The portal's machine does not let it connect."),
        SocketError.TooManyOpenSockets or SocketError.NoBufferSpaceAvailable => CheckAnswer.Unknown("The portal's machine has no connection left to ask with."),
        _ => CheckAnswer.Down($"It cannot be connected to ({error})."),
    };
}
