using System.Net.Sockets;

namespace HomelabPortal.Checks.Asking;

/// <summary>Opens sockets for echoes: the kind that needs no rights where the machine allows it, else the one that needs the capability.</summary>
internal class EchoSockets
{
    /// <summary>Null when neither is allowed.</summary>
    public virtual Socket? Open(AddressFamily family)
    {
        var protocol = family == AddressFamily.InterNetwork ? ProtocolType.Icmp : ProtocolType.IcmpV6;
        foreach (var type in new[] { SocketType.Dgram, SocketType.Raw })
        {
            try
            {
                return new Socket(family, type, protocol);
            }
            catch (SocketException)
            {
                // The next kind may be allowed.
            }
        }

        return null;
    }
}
